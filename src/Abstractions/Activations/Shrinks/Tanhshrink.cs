using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The input minus its hyperbolic tangent.</summary>
/// <remarks>
/// <c>x − tanh x</c>, computed without cancellation near 0; derivative <c>tanh² x</c>. Same as <c>torch.nn.functional.tanhshrink</c>.
/// </remarks>
public sealed record Tanhshrink : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "tanhshrink";

    /// <inheritdoc/>
    public override bool IsOdd => true;

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Tanhshrink()];
}
