using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The input times its hard sigmoid: a piecewise approximation of <see cref="Silu"/>.</summary>
/// <remarks>
/// <c>x·clamp(x + 3, 0, 6)/6</c>; derivative 0 up to −3, 1 from 3 on, between them <c>x/3 + ½</c>.
/// A. Howard and others, 2019. Same as <c>torch.nn.functional.hardswish</c>, whose derivative was −½ at −3 and 3/2 at 3 before pull request
/// 148049.
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
