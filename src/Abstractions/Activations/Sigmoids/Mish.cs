using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Mish: the input times the hyperbolic tangent of its softplus.</summary>
/// <remarks>
/// <c>x·tanh(ln(1 + eˣ))</c>; with <c>t = tanh(ln(1 + eˣ))</c> the derivative is <c>t + x·σ(x)·(1 − t²)</c>.
/// D. Misra, 2019. Same as <c>torch.nn.functional.mish</c>.
/// </remarks>
public sealed record Mish : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "mish";

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Mish()];
}
