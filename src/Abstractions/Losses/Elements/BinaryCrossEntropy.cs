using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet.Losses;

/// <summary>Binary cross-entropy of predicted probabilities: the negative log-likelihood of the target under each of them.</summary>
/// <remarks>
/// <c>−w[y·max(ln x, −100) + (1 − y)·max(ln(1 − x), −100)]</c>. Derivative: <c>w(x − y)/max(x(1 − x), 10⁻¹²)</c>; libtorch keeps this
/// derivative where the value is clamped, and takes 10⁻¹² as a <c>float</c> in every element type.
/// Same as <c>torch.nn.BCELoss</c>; as there, weights have no gradient, and the target must have the shape of the prediction.
/// Predictions and targets must be from 0 to 1: any other number, NaN included, is refused.
/// </remarks>
/// <param name="Base">The unit: nats or bits.</param>
/// <param name="Reduction">How the losses of elements are reduced.</param>
public sealed record BinaryCrossEntropy(LogBase Base = LogBase.Nats, Reduction Reduction = Reduction.Mean)
    : ElementLoss(Reduction), IShowsExamples<LossSpec>
{
    /// <summary>The lower bound of the derivative's denominator, a <c>float</c> in every element type.</summary>
    public const double SmallestVariance = 1e-12f;

    /// <summary>The unit: nats or bits.</summary>
    public LogBase Base { get; init => field = Require.Defined(value); } = Require.Defined(Base);

    /// <inheritdoc/>
    public override string Name => "binary_cross_entropy";

    /// <inheritdoc/>
    public override ImmutableArray<OperandInfo> Operands =>
        [Prediction with { Domain = Domain.UnitInterval }, Target with { Domain = Domain.UnitInterval, TakesIntegers = false }, Weight("weight")];

    /// <inheritdoc/>
    public static ImmutableArray<LossSpec> Examples =>
        [new BinaryCrossEntropy(), new BinaryCrossEntropy(LogBase.Bits, Reduction.Sum), new BinaryCrossEntropy(Reduction: Reduction.None)];

    /// <summary>Predictions and targets from 0 to 1, and any weight.</summary>
    /// <inheritdoc/>
    public override bool Takes(string operand, double value) => operand == "weight" || value is >= 0 and <= 1;

    /// <inheritdoc/>
    protected override bool Broadcasts => false;

    /// <inheritdoc/>
    protected override void CheckValues<T>(Operands<T> operands)
    {
        if (AreProbabilities(operands["input"].Numbers.Flat()) && AreProbabilities(operands["target"].Numbers.Flat()))
            return;
        foreach (OperandInfo info in Operands.Where(o => !o.Optional))
            foreach (T p in operands[info.Name].Numbers.Flat())
                if (!Takes(info.Name, double.CreateChecked(p)))
                    throw new ArgumentOutOfRangeException(null,
                        FormattableString.Invariant($"{info.Label} must hold probabilities: expected numbers from 0 to 1, got {p}."));
    }

    /// <summary>Whether all numbers are from 0 to 1, as those of a prediction and a target must be.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="numbers">The numbers.</param>
    /// <returns>False where one of them is not, NaN included.</returns>
    public static bool AreProbabilities<T>(ReadOnlySpan<T> numbers) where T : unmanaged, IFloatingPointIeee754<T> =>
        NumbersAre.Within(numbers, T.Zero, T.One);
}
