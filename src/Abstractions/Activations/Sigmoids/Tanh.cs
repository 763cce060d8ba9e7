using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The hyperbolic tangent.</summary>
/// <remarks><c>(eˣ − e⁻ˣ)/(eˣ + e⁻ˣ)</c>; derivative <c>1 − tanh²</c>. Same as <c>torch.nn.functional.tanh</c>.</remarks>
public sealed record Tanh : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "tanh";

    /// <inheritdoc/>
    public override bool IsOdd => true;

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override double Smallest => -1;

    /// <inheritdoc/>
    public override double Largest => 1;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Tanh()];
}
