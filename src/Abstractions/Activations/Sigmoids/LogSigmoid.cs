using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>The logarithm of the logistic function.</summary>
/// <remarks>
/// <c>ln σ(x) = min(x, 0) − ln(1 + e^−|x|)</c>; derivative <c>σ(−x)</c>. Same as <c>torch.nn.functional.logsigmoid</c>.
/// </remarks>
public sealed record LogSigmoid : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "logsigmoid";

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override double Largest => 0;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new LogSigmoid()];
}
