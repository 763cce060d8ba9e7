using System.Collections.Immutable;

namespace ParityNet.Parity.Proving;

/// <summary>The options of a proof: which inputs, how many cases, which reference.</summary>
public sealed record ProofOptions
{
    /// <summary>A reference backend, such as libtorch; null compares with the definition only.</summary>
    public IBackend? Against { get; init; }

    /// <summary>The number of cases; at least 1.</summary>
    public int Cases { get; init => field = Require.AtLeast(value, 1); } = 1000;

    /// <summary>The seed of the cases.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The special inputs that count; the verdict names those that are left out.</summary>
    public SpecialInputs Special { get; init; } = SpecialInputs.All;

    /// <summary>
    /// The numbers that arguments may have, by name: <c>input</c>, <c>target</c>, <c>weight</c>; for optimizers <c>params</c>, <c>grads</c>
    /// and slots.
    /// </summary>
    public ImmutableDictionary<string, NumberRange> Ranges { get; init; } = ImmutableDictionary<string, NumberRange>.Empty;

    /// <summary>Whether the options of the spec are drawn for each case, where your implementation takes a spec; else they stay as given.</summary>
    public bool VariesOptions { get; init; }

    /// <summary>The same options with the range of an argument.</summary>
    /// <param name="argument">The argument, for example <c>input</c>.</param>
    /// <param name="smallest">The smallest number.</param>
    /// <param name="largest">The largest number.</param>
    /// <returns>The new options.</returns>
    public ProofOptions Between(string argument, double smallest, double largest) => With(argument, new(smallest, largest));

    /// <summary>The same options with the range of an argument.</summary>
    /// <param name="argument">The argument, for example <c>input</c>.</param>
    /// <param name="range">The range.</param>
    /// <returns>The new options.</returns>
    public ProofOptions With(string argument, NumberRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        return this with { Ranges = Ranges.SetItem(argument, range) };
    }

    /// <summary>What is left out of the cases, in words; empty where nothing is.</summary>
    internal string Restrictions()
    {
        string[] left = [.. new[] { (SpecialInputs.NaN, "NaN"), (SpecialInputs.Infinite, "±∞"), (SpecialInputs.Subnormal, "subnormal numbers"),
            (SpecialInputs.Kinks, "kinks") }.Where(one => !Special.HasFlag(one.Item1)).Select(one => one.Item2)];
        string[] ranges = [.. Ranges.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one =>
            FormattableString.Invariant($"{one.Key} from {one.Value.Smallest:R} to {one.Value.Largest:R}"))];
        return string.Join("; ", new[] { left.Length > 0 ? $"left out: {string.Join(", ", left)}" : "", string.Join(", ", ranges) }
            .Where(text => text.Length > 0));
    }
}
