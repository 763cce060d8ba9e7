using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>Scales all gradients down by one factor where their common norm is too great, before another optimizer sees them.</summary>
/// <remarks>
/// <c>g ← g·min(1, c/(‖g‖ₚ + 10⁻⁶))</c> with one norm over the elements of all gradients, so that a norm of exactly c shrinks a little too.
/// NaN in one gradient spreads to all. Same as <c>torch.nn.utils.clip_grad_norm_</c> before the step. R. Pascanu, T. Mikolov and Y. Bengio, 2013.
/// </remarks>
/// <param name="Optimizer">The optimizer that takes the gradients.</param>
/// <param name="MaxNorm">c: the greatest norm let through; at least 0.</param>
/// <param name="NormType">p: greater than 0; ∞ for the greatest size.</param>
/// <param name="ErrorIfNonFinite">Whether a norm that is NaN or infinite is refused instead of carried on.</param>
public sealed record ClipGradNorm(OptimizerSpec Optimizer, double MaxNorm, double NormType = 2, bool ErrorIfNonFinite = false)
    : OptimizerWrapper(Optimizer), IShowsExamples<OptimizerSpec>
{
    /// <summary>What is added to the norm before the division.</summary>
    public const double Margin = 1e-6;

    /// <inheritdoc/>
    public override string Name => "clip_grad_norm";

    /// <summary>The greatest norm let through; at least 0.</summary>
    public double MaxNorm { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MaxNorm);

    /// <summary>p: greater than 0; ∞ for the greatest size.</summary>
    public double NormType { get; init => field = Order(value); } = Order(NormType);

    /// <summary>Whether a norm that is NaN or infinite is refused instead of carried on.</summary>
    [Option("error_if_nonfinite")]
    public bool ErrorIfNonFinite { get; init; } = ErrorIfNonFinite;

    /// <inheritdoc/>
    public override bool IsElementwise => false;

    /// <inheritdoc/>
    public static ImmutableArray<OptimizerSpec> Examples =>
    [
        new ClipGradNorm(new Sgd(0.1), 1), new ClipGradNorm(new Adam(), 0.5, NormType: double.PositiveInfinity),
        new ClipGradNorm(new Sgd(0.1, 0.9), 2, NormType: 1), new ClipGradNorm(new AdamW(Maximize: true), 1, NormType: 3),
        new ClipGradNorm(new Sgd(0.1, WeightDecay: 0.1), 1, ErrorIfNonFinite: true), new ClipGradNorm(new RmsProp(), 1, NormType: 1.5),
    ];

    /// <inheritdoc/>
    protected internal override void CheckGradients<T>(IReadOnlyList<Tensor<T>> gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        base.CheckGradients(gradients);
        if (ErrorIfNonFinite && Norm(gradients) is var norm && !T.IsFinite(T.CreateTruncating(norm)))
            throw new ArgumentException(FormattableString.Invariant(
                $"the {NormType:R}-norm of all gradients must be finite where that is asked for: expected a finite number, got {T.CreateTruncating(norm)}."));
    }

    // Divided by the greatest size first, so that no power overflows.
    double Norm<T>(IReadOnlyList<Tensor<T>> gradients) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        double greatest = 0, sum = 0;
        foreach (Tensor<T> gradient in gradients)
            foreach (T g in gradient.Flat())
                greatest = Math.Max(greatest, Math.Abs(double.CreateChecked(g)));
        if (greatest == 0 || !double.IsFinite(greatest) || double.IsInfinity(NormType))
            return greatest;
        foreach (Tensor<T> gradient in gradients)
            foreach (T g in gradient.Flat())
                sum += Math.Pow(Math.Abs(double.CreateChecked(g)) / greatest, NormType);
        return greatest * Math.Pow(sum, 1 / NormType);
    }

    static double Order(double value) => value > 0 ? value : throw new ArgumentOutOfRangeException(null, FormattableString.Invariant(
        $"{nameof(NormType)} must be a number greater than 0, got {value}."));
}
