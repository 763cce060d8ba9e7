using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Dialects;

/// <summary>An op as another system has it: its names there, and the values of the options that are not given.</summary>
/// <remarks>
/// A system has several presets of one op where it has several names for it: optax has <c>adam</c> and <c>amsgrad</c>. Options that the system lacks,
/// and the learning rate of optax, which has no default there, keep PyTorch's values.
/// </remarks>
public sealed record Preset
{
    internal Preset(Dialect dialect, OpSpec spec, params ImmutableArray<string> names) => (Dialect, Spec, Names) = (dialect, spec, names);

    /// <summary>The system.</summary>
    public Dialect Dialect { get; }

    /// <summary>The op with that system's values.</summary>
    public OpSpec Spec { get; }

    /// <summary>The names of the op there, the usual one first.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The system's names of options that mean another property of the spec in this op than in others.</summary>
    internal ImmutableDictionary<string, string> Renamed { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// An option of the system that must be given as true under its names of the op, since only then it computes the op; null where there is none.
    /// </summary>
    public string? Flag { get; init; }

    /// <summary>Whether the system has a default for every option, those included that PyTorch asks for.</summary>
    public bool IsComplete { get; init; }

    /// <summary>Whether labels that are all 0 or 1 stand for −1 and 1.</summary>
    public bool SignsLabels { get; init; }

    /// <summary>Whether weight decay, where it is given, is applied to the parameters before the step, <c>θ ← θ(1 − ηλ)</c>.</summary>
    public bool DecaysApart { get; init; }

    /// <summary>The property of the spec that the system's name of an option means; null where it is no such name.</summary>
    /// <param name="option">The name of an option in that system.</param>
    /// <returns>The name of a property, which the spec may lack.</returns>
    public string? PropertyOf(string option) => Renamed.GetValueOrDefault(option) ?? DialectNames.Of(Dialect).Options.GetValueOrDefault(option);

    /// <summary>The system's name of an option.</summary>
    /// <param name="property">The property of the spec.</param>
    /// <returns>The name; null where it is PyTorch's.</returns>
    public string? NameOf(string property) =>
        Renamed.Concat(DialectNames.Of(Dialect).Options).Where(name => name.Value == property).Select(name => name.Key).FirstOrDefault();

    /// <summary>A spec of this op as the system computes it: with weight decay apart from the gradient where that is its way.</summary>
    /// <param name="spec">The spec with all options.</param>
    /// <returns>The spec, or one that wraps it.</returns>
    public OpSpec Completed(OpSpec spec) => DecaysApart && spec is OptimizerSpec { WeightDecay: > 0, DecouplesDecay: false } optimizer
        ? (optimizer with { WeightDecay = 0 }).WithDecoupledDecay(optimizer.WeightDecay)
        : spec;

    /// <summary>Targets as the op takes them: where labels of 0 and 1 stand for −1 and 1, and all are such labels, those.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="target">The targets as the system takes them.</param>
    /// <returns>The targets.</returns>
    public Tensor<T> Target<T>(Tensor<T> target) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!SignsLabels || !target.All(label => label == T.Zero || label == T.One))
            return target;
        return Tensor.Create([.. target.Select(label => label + label - T.One)], target.Lengths);
    }
}
