using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The input where it is above a threshold, else a constant.</summary>
/// <remarks>
/// <c>x</c> for <c>x &gt; θ</c>, else <c>v</c>; derivative 1 or 0, and 0 at θ. Same as <c>torch.nn.functional.threshold</c>.
/// </remarks>
/// <param name="Limit">θ: the threshold; may be infinite.</param>
/// <param name="Value">v: the value at the threshold and below; may be infinite.</param>
public sealed record Threshold(double Limit, double Value) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>θ: the threshold; may be infinite.</summary>
    [Option("threshold")]
    public double Limit { get; init => field = Require.Number(value); } = Require.Number(Limit);

    /// <summary>v: the value at the threshold and below; may be infinite.</summary>
    public double Value { get; init => field = Require.Number(value); } = Require.Number(Value);

    /// <inheritdoc/>
    public override string Name => "threshold";

    /// <inheritdoc/>
    public override bool IsIncreasing => Value <= Limit;

    /// <inheritdoc/>
    public override ImmutableArray<double> Cuts => [Limit];

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Limit), Limit), new(nameof(Value), Value)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples =>
        [new Threshold(0.5, 0), new Threshold(-1, 20), new Threshold(0, 0), new Threshold(1, double.NegativeInfinity)];
}
