using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The identity: the input itself.</summary>
/// <remarks><c>x</c>; derivative 1. Same as <c>torch.nn.Identity</c>.</remarks>
public sealed record Identity : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "identity";

    /// <inheritdoc/>
    public override bool IsOdd => true;

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Identity()];
}
