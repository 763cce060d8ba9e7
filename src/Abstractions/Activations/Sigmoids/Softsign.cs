using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>A sigmoid with polynomial tails: the input divided by one plus its absolute value.</summary>
/// <remarks>
/// <c>x/(1 + |x|)</c>; derivative <c>1/(1 + |x|)²</c>. Same as <c>torch.nn.functional.softsign</c>.
/// </remarks>
public sealed record Softsign : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "softsign";

    /// <inheritdoc/>
    public override bool IsOdd => true;

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override double Smallest => -1;

    /// <inheritdoc/>
    public override double Largest => 1;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Softsign()];
}
