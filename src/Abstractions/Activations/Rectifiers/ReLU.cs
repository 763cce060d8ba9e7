using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Rectified linear unit: the positive part.</summary>
/// <remarks>
/// <c>max(0, x)</c>; derivative 1 for <c>x &gt; 0</c>, else 0. V. Nair and G. E. Hinton, 2010. Same as <c>torch.nn.functional.relu</c>.
/// </remarks>
public sealed record ReLU : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <inheritdoc/>
    public override string Name => "relu";

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public override double Smallest => 0;

    /// <inheritdoc/>
    public override ImmutableArray<double> Cuts => [0];

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new ReLU()];
}
