namespace ParityNet.Parity;

/// <summary>The exception for an unknown name; its message lists similar known names.</summary>
/// <param name="must">What the name must be, for the message.</param>
/// <param name="name">The name.</param>
/// <param name="known">All known names.</param>
public sealed class UnknownNameException(string must, string name, IEnumerable<string> known)
    : ArgumentException($"{must}: expected {Near(name, known)}, got {Echo.Of(name)}.")
{
    // A longer name is no misspelling of a known one.
    const int Longest = 200;

    static string Near(string name, IEnumerable<string> known)
    {
        name = name.Length <= Longest ? name : name[..Longest];
        if (Meanings.Of(name, known) is { } meant)
            return $"one near {meant}";
        (string Name, int Distance)[] ranked =
            [.. known.Distinct().Select(k => (k, Nearness.Of(name, k))).OrderBy(p => p.Item2).ThenBy(p => p.k.Length)
                .ThenBy(p => p.k, StringComparer.Ordinal)];
        if (ranked.Length == 0)
            return "none";
        string[] near = [.. ranked.TakeWhile((p, i) => i == 0 || (i < 3 && p.Distance <= ranked[0].Distance + 2)).Select(p => p.Name)];
        if (near.Length == ranked.Length)
            near = [.. known.Distinct()];
        string listed = near.Length == 1 ? near[0] : $"{string.Join(", ", near[..^1])} or {near[^1]}";
        return near.Length == ranked.Length ? listed : $"one near {listed}";
    }
}
