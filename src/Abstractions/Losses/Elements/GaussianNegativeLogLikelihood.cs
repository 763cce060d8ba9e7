using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Losses;

/// <summary>The negative log-likelihood of targets under normal distributions with predicted means and variances.</summary>
/// <remarks>
/// <c>½(ln v + r²/v)</c> with <c>r = input − target</c> and <c>v = max(var, ε)</c>, plus <c>½ ln 2π</c> where <paramref name="Full"/> is
/// set. Derivatives: <c>r/v</c> with respect to the input, its negation with respect to the target, <c>½(1/v − r²/v²)</c> with respect to
/// the variance, where a variance below ε has the derivative at ε. D. A. Nix and A. S. Weigend, 1994. Same as
/// <c>torch.nn.GaussianNLLLoss</c>.
/// </remarks>
/// <param name="Full">Whether to add the constant <c>½ ln 2π</c>.</param>
/// <param name="Epsilon">ε: the lower bound of the variance; finite. At 0 and below it has no effect.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record GaussianNegativeLogLikelihood(bool Full = false, double Epsilon = 1e-6, Reduction Reduction = Reduction.Mean)
    : BroadcastLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>ε: the lower bound of the variance; finite. At 0 and below it has no effect.</summary>
    [Option("eps")]
    public double Epsilon { get; init => field = Require.Finite(value); } = Require.Finite(Epsilon);

    /// <inheritdoc/>
    public override string Name => "gaussian_nll_loss";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction, Target, new("var", Differentiable: true) { Domain = Domain.NotNegative }];

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Epsilon), Epsilon)];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new GaussianNegativeLogLikelihood(), new GaussianNegativeLogLikelihood(Full: true, Reduction: Reduction.Sum),
         new GaussianNegativeLogLikelihood(Epsilon: 0.25, Reduction: Reduction.None), new GaussianNegativeLogLikelihood(Epsilon: 0)];

    /// <inheritdoc/>
    public override string ShapeText(string operand) =>
        operand == "var" ? $"as {Lead.Name}, or with 1 as its last dimension, or without that" : base.ShapeText(operand);

    /// <inheritdoc/>
    public override ImmutableArray<ImmutableArray<nint>> ShapesOf(string operand, ReadOnlySpan<nint> lead) => operand != "var"
        ? base.ShapesOf(operand, lead)
        : [[.. lead], .. lead.Length > 1 ? [[.. lead[..^1]]] : (ImmutableArray<nint>[])[], [.. lead[..^1], 1]];

    /// <summary>A variance per row is broadcast along the row.</summary>
    /// <inheritdoc/>
    public override ImmutableArray<nint> Aligned(string operand, ReadOnlySpan<nint> shape, ReadOnlySpan<nint> lead) =>
        operand == "var" && lead.Length > 0 && !shape.SequenceEqual(lead) && shape.SequenceEqual(lead[..^1]) ? [.. shape, 1] : [.. shape];

    /// <inheritdoc/>
    protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands)
    {
        Tensor<T> variance = operands["var"].Numbers;
        nint[] lead = operands["input"].Lengths.ToArray(), given = variance.Lengths.ToArray();
        if (!ShapesOf("var", lead).Any(shape => shape.AsSpan().SequenceEqual(given)))
            throw new ArgumentException(
                $"var must hold one number per element or per row of prediction: expected " +
                $"{string.Join(" or ", ShapesOf("var", lead).Select(s => Shape.Text(s.AsSpan())).Distinct())}, got {Shape.Text(given)}.");
        return base.CheckShapes(operands);
    }

    /// <inheritdoc/>
    protected override void CheckValues<T>(Operands<T> operands)
    {
        ReadOnlySpan<T> variances = operands["var"].Numbers.Flat();
        if (NumbersAre.Within(variances, T.Zero, T.PositiveInfinity))
            return;
        foreach (T v in variances)
            if (v < T.Zero)
                throw new ArgumentOutOfRangeException(null,
                    FormattableString.Invariant($"var must hold variances: expected numbers of at least 0, got {v}."));
    }
}
