using System.Collections.Immutable;
using System.Text.Json;

namespace ParityNet.Parity.Cases;

/// <summary>The examples of an op, and variants with options drawn at random.</summary>
static class SpecVariants
{
    const int Wanted = 48;

    /// <summary>The examples, then variants that depend on the seed only.</summary>
    public static ImmutableArray<OpSpec> Of(OpEntry entry, ulong seed)
    {
        var random = new Xoshiro(seed);
        var specs = ImmutableArray.CreateBuilder<OpSpec>();
        specs.AddRange(entry.Examples);
        for (int i = 0; i < Wanted && entry.Options.Length > 0; i++)
            if (Drawn(entry, random) is { } spec && !specs.Contains(spec))
                specs.Add(spec);
        return specs.ToImmutable();
    }

    static OpSpec? Drawn(OpEntry entry, Xoshiro random)
    {
        var options = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (IGrouping<string, OptionInfo> group in entry.Options.GroupBy(option => option.Name))
        {
            object?[] values = [.. group.Select(option => OptionValue.Plain(Value(entry, option, random)))];
            options[group.Key] = OptionValue.Json(group.First().Index < 0 ? values[0] : values);
        }
        try
        {
            return entry.Build(options);
        }
        catch (ArgumentException)
        {
            // The drawn options exclude each other.
            return null;
        }
    }

    static object? Value(OpEntry entry, OptionInfo option, Xoshiro random)
    {
        // Half of the options keep the value of an example, so that most variants differ in few.
        if (random.Next(2) == 0)
            return Shown(entry, option, random);
        if (option.Type == typeof(bool))
            return random.Next(2) == 0;
        if (option.Enumeration is { } enumeration)
        {
            Array all = Enum.GetValues(enumeration);
            return all.GetValue(random.Next(all.Length));
        }
        if (option.Type != typeof(double) && option.Type != typeof(double?))
            return Shown(entry, option, random);
        ReadOnlySpan<double> candidates = Candidates(option.Name, entry.IsComputed);
        return candidates[random.Next(candidates.Length)];
    }

    static object? Shown(OpEntry entry, OptionInfo option, Xoshiro random) =>
        option.Property.GetValue(entry.Examples[random.Next(entry.Examples.Length)]);

    static ReadOnlySpan<double> Candidates(string name, bool isComputed) => name switch
    {
        "eps" or "eps_root" => [0, 1e-310, 1e-40, 1e-16, 1e-10, 1e-8, 1e-3],
        "etas" => [0.1, 0.5, 1.2, 3],
        "step_sizes" => [0, 1e-6, 0.01, 1, 50],
        "lambd" => [0, 1e-310, 1e-40, 1e-4, 0.1, 1],
        "alpha" => [0, 0.5, 0.9, 0.999, 0.9999, -1.3],
        "betas" or "rho" => [0, 0.5, 0.9, 0.999, 0.9999],
        "lr" => [1e-3, 0.1, 1, 0.3],
        "weight_decay" => [0, 0.01, 0.1, 1],
        "momentum" => [0, 0.5, 0.9],
        // A power near 0 gives norms beyond the range, which are refused where they must be finite.
        "norm_type" => [0, 0.1, 0.5, 1, 1.7, 3, 10, -0.7],
        "p" => [1, 1.5, 1.7, 2, 3],
        "label_smoothing" => [0, 0.1, 0.3, 1],
        _ when isComputed => [0, 0.1, 0.5, 1, 1.7, 3, 10, -0.7, 1.3e-3, -1e-3, 1e-40, 1e-310],
        _ => [0, 0.1, 0.5, 1, 1.7, 3, 10, -0.7],
    };
}
