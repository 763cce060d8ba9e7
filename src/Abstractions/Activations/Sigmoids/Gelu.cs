using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Gaussian error linear unit: the input times the probability that a standard normal variable is smaller.</summary>
/// <remarks>
/// <c>x·Φ(x)</c>, derivative <c>Φ(x) + x·φ(x)</c>; or, with the tanh approximation, <c>½x(1 + t)</c> with
/// <c>t = tanh(√(2/π)(x + 0.044715x³))</c>, derivative <c>½(1 + t) + ½x(1 − t²)·√(2/π)(1 + 0.134145x²)</c>. D. Hendrycks and K. Gimpel,
/// 2016. Same as <c>torch.nn.functional.gelu</c>.
/// </remarks>
/// <param name="Approximate">Whether to approximate Φ by a hyperbolic tangent.</param>
public sealed record Gelu(GeluForm Approximate = GeluForm.None) : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>Whether to approximate Φ by a hyperbolic tangent.</summary>
    public GeluForm Approximate { get; init => field = Require.Defined(value); } = Require.Defined(Approximate);

    /// <inheritdoc/>
    public override string Name => "gelu";

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Gelu(), new Gelu(GeluForm.Tanh)];
}
