using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The input times its hard sigmoid.</summary>
/// <remarks>
/// <c>x·clamp(x + 3, 0, 6)/6</c>; slope 0 left of −3, 1 right of 3, between them <c>x/3 + ½</c>: −½ at −3 and 3/2 at 3.
/// A. Howard and others, 2019. Same as <c>torch.nn.functional.hardswish</c>.
/// </remarks>
public sealed record Hardswish : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "hardswish";

    /// <inheritdoc/>
    public override ImmutableArray<double> Kinks => [1.5, 3];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Hardswish()];
}
