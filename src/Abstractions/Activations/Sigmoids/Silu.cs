using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Sigmoid linear unit, also called swish: the input times its logistic function.</summary>
/// <remarks>
/// <c>x·σ(x)</c>; derivative <c>σ(x)(1 + x·σ(−x))</c>.
/// S. Elfwing and others, 2017. Same as <c>torch.nn.functional.silu</c>.
/// </remarks>
public sealed record Silu : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "silu";

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Silu()];
}
