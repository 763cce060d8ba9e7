using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The input clamped to an interval.</summary>
/// <remarks>
/// <c>min(max(x, a), b)</c>; derivative 1 between the bounds, else 0, and 0 at both of them. Same as <c>torch.nn.functional.hardtanh</c>.
/// </remarks>
/// <param name="Minimum">a: the lower bound; may be infinite.</param>
/// <param name="Maximum">b: the upper bound; may be infinite. Where it is less than the lower bound, the value is b.</param>
public sealed record Hardtanh(double Minimum = -1, double Maximum = 1) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>a: the lower bound; may be infinite.</summary>
    [Option("min_val")]
    public double Minimum { get; init => field = Require.Number(value); } = Require.Number(Minimum);

    /// <summary>b: the upper bound; may be infinite. Where it is less than the lower bound, the value is b.</summary>
    [Option("max_val")]
    public double Maximum { get; init => field = Require.Number(value); } = Require.Number(Maximum);

    /// <inheritdoc/>
    public override string Name => "hardtanh";

    /// <inheritdoc/>
    public override bool IsOdd => Minimum == -Maximum && Minimum <= Maximum;

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override double Smallest => Math.Min(Minimum, Maximum);

    /// <inheritdoc/>
    public override double Largest => Maximum;

    /// <inheritdoc/>
    public override ImmutableArray<double> Cuts => [Minimum, Maximum];

    /// <inheritdoc/>
    protected override IEnumerable<KeyValuePair<string, double>> Converted => [new(nameof(Minimum), Minimum), new(nameof(Maximum), Maximum)];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples =>
        [new Hardtanh(), new Hardtanh(-2, 0.5), new Hardtanh(0, 6), new Hardtanh(1, -1), new Hardtanh(double.NegativeInfinity, 2)];
}
