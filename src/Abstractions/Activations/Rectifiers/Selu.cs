using System.Collections.Immutable;

namespace ParityNet.Activations;

/// <summary>Scaled ELU, whose constants keep mean 0 and variance 1 through the layers.</summary>
/// <remarks>
/// <c>s·x</c> for <c>x &gt; 0</c>, else <c>s·α(eˣ − 1)</c>; derivative s or <c>s·αeˣ</c>, and <c>s·α</c> ≈ 1.7581 at 0.
/// G. Klambauer and others, 2017. Same as <c>torch.nn.functional.selu</c>.
/// </remarks>
public sealed record Selu : ActivationSpec, IShowsExamples<ActivationSpec>
{
    /// <summary>α: the constant of the paper.</summary>
    public const double Alpha = 1.6732632423543772848170429916717;

    /// <summary>s: the scale of the paper.</summary>
    public const double Scale = 1.0507009873554804934193349852946;

    /// <inheritdoc/>
    public override string Name => "selu";

    /// <inheritdoc/>
    public override bool IsIncreasing => true;

    /// <inheritdoc/>
    public static ImmutableArray<ActivationSpec> Examples => [new Selu()];
}
