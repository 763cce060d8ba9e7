using System.Collections.Immutable;

namespace ParityNet.Dialects;

/// <summary>The presets of all systems.</summary>
public static class Presets
{
    /// <summary>All presets, by system.</summary>
    public static ImmutableArray<Preset> All { get; } = [.. KerasPresets.All, .. OptaxPresets.All];

    /// <summary>An op with the values that it has in a system where no options are given.</summary>
    /// <typeparam name="TSpec">The op.</typeparam>
    /// <param name="dialect">The system.</param>
    /// <returns>The spec; options of one's own are set by <c>with</c>.</returns>
    /// <exception cref="ArgumentException">The system lacks the op, or computes it in a way that no options describe.</exception>
    public static TSpec Of<TSpec>(Dialect dialect) where TSpec : OpSpec =>
        All.Where(preset => preset.Dialect == Require.Defined(dialect)).Select(preset => preset.Spec).OfType<TSpec>().FirstOrDefault()
        ?? throw new ArgumentException(dialect == Dialect.Torch
            ? $"{nameof(dialect)} must be another system than PyTorch, whose defaults {typeof(TSpec).Name} has itself: expected Keras or Optax, " +
                "got Torch."
            : $"{typeof(TSpec).Name} must have a preset of {dialect}: expected one of {string.Join(", ", Has(dialect))}, got none.");

    static IEnumerable<string> Has(Dialect dialect) =>
        All.Where(preset => preset.Dialect == dialect).Select(preset => preset.Spec.GetType().Name).Distinct().Order(StringComparer.Ordinal);
}
