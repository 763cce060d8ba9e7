using System.Collections.Immutable;
using System.Globalization;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>
/// Gradient clipping by norm: scales all gradients by one factor where their joint norm exceeds a maximum, before another optimizer steps.
/// </summary>
/// <remarks>
/// <c>g ← g·min(1, c/(‖g‖ₚ + ε))</c> with one norm over all gradients; because of ε, gradients whose norm is exactly c shrink slightly too.
/// NaN in one gradient spreads to all. The joint norm is the norm of the tensors' norms: with <c>p = 0</c> the norm of a tensor is the
/// number of its nonzero elements, and the joint norm the number of nonzero tensors. With <c>p &lt; 0</c> one zero element makes the norm
/// 0; −∞ gives the smallest absolute value. Same as <c>torch.nn.utils.clip_grad_norm_</c> before the step. optax has no ε, and Burn clips
/// each tensor by its own norm. R. Pascanu, T. Mikolov and Y. Bengio, 2013.
/// </remarks>
/// <param name="Optimizer">The inner optimizer.</param>
/// <param name="MaxNorm">c: the maximum norm; at least 0.</param>
/// <param name="NormType">p: any number; ∞ for the largest absolute value, −∞ for the smallest.</param>
/// <param name="ErrorIfNonFinite">Whether a norm that is NaN or infinite is refused instead of propagated.</param>
/// <param name="Epsilon">ε: added to the norm; at least 0.</param>
/// <param name="PerTensor">Whether each gradient is clipped by its own norm.</param>
public sealed record ClipGradNorm(OptimizerSpec Optimizer, double MaxNorm, double NormType = 2, bool ErrorIfNonFinite = false,
    double Epsilon = ClipGradNorm.Margin, bool PerTensor = false)
    : OptimizerWrapper(Optimizer), IShowsExamples<OptimizerSpec>
{
    /// <summary>The ε that PyTorch adds to the norm before the division.</summary>
    public const double Margin = 1e-6;

    /// <inheritdoc/>
    public override string Name => "clip_grad_norm";

    /// <summary>The maximum norm; at least 0.</summary>
    public double MaxNorm { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MaxNorm);

    /// <summary>p: any number; ∞ for the largest absolute value, −∞ for the smallest.</summary>
    public double NormType { get; init => field = Order(value); } = Order(NormType);

    /// <summary>Whether a norm that is NaN or infinite is refused instead of propagated.</summary>
    [Option("error_if_nonfinite")]
    public bool ErrorIfNonFinite { get; init; } = ErrorIfNonFinite;

    /// <summary>ε: added to the norm; at least 0.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.NotNegative(value); } = Require.NotNegative(Epsilon);

    /// <summary>Whether each gradient is clipped by its own norm.</summary>
    public bool PerTensor { get; init; } = PerTensor;

    /// <inheritdoc/>
    public override bool IsElementwise => false;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new ClipGradNorm(new Sgd(0.1), 1), new ClipGradNorm(new Adam(), 0.5, NormType: double.PositiveInfinity),
        new ClipGradNorm(new Sgd(0.1, 0.9), 2, NormType: 1), new ClipGradNorm(new AdamW(Maximize: true), 1, NormType: 3),
        new ClipGradNorm(new Sgd(0.1, WeightDecay: 0.1), 1, ErrorIfNonFinite: true), new ClipGradNorm(new RmsProp(), 1, NormType: 1.5),
        new ClipGradNorm(new Sgd(0.1), 0.5, NormType: 0), new ClipGradNorm(new Sgd(0.1), 0.01, NormType: -1),
            new ClipGradNorm(new Adam(), 0.1, NormType: double.NegativeInfinity),
        new ClipGradNorm(new Sgd(0.1), 1, Epsilon: 0), new ClipGradNorm(new Sgd(0.1), 0.5, PerTensor: true),
            new ClipGradNorm(new Adam(), 0.5, double.PositiveInfinity, Epsilon: 0, PerTensor: true),
    ];

    /// <inheritdoc/>
    protected internal override void CheckGradients<T>(IReadOnlyList<Tensor<T>> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        base.CheckGradients(gradients);
        if (!ErrorIfNonFinite)
            return;
        foreach (IReadOnlyList<Tensor<T>> part in PerTensor ? gradients.Select(gradient => (IReadOnlyList<Tensor<T>>)[gradient]) : [gradients])
            if (Norm(part) is var norm && !T.IsFinite(T.CreateTruncating(norm)))
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"the {NormType:R}-norm of {(PerTensor ? "each gradient" : "all gradients")} must be finite where that is asked for: expected " +
                        $"a finite number, got {T.CreateTruncating(norm)}."));
    }

    // Divided by the largest absolute value first, or the smallest for a negative power, so that no power overflows.
    double Norm<T>(IReadOnlyList<Tensor<T>> gradients) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        double[] sizes = [.. gradients.SelectMany(gradient => gradient.Flat().ToArray()).Select(g => Math.Abs(double.CreateChecked(g)))];
        if (NormType == 0 || sizes.Length == 0)
            return 0;
        // Unlike those of LINQ, these propagate NaN.
        double unit = NormType > 0 ? sizes.Aggregate(Math.Max) : sizes.Aggregate(Math.Min);
        return unit == 0 || !double.IsFinite(unit) || double.IsInfinity(NormType) ? unit
            : unit * Math.Pow(sizes.Sum(size => Math.Pow(size / unit, NormType)), 1 / NormType);
    }

    static double Order(double value) => !double.IsNaN(value) ? value : throw new ArgumentOutOfRangeException(null, FormattableString.Invariant(
        $"{nameof(NormType)} must be a number, got {value}."));
}
