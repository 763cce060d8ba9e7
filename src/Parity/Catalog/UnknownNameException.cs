namespace ParityNet.Parity;

/// <summary>A name that nothing has; the message lists near ones.</summary>
/// <param name="must">What the name must be.</param>
/// <param name="name">The name.</param>
/// <param name="known">All names there are.</param>
public sealed class UnknownNameException(string must, string name, IEnumerable<string> known)
    : ArgumentException($"{must}: expected {Near(name, known)}, got {name}.")
{
    static string Near(string name, IEnumerable<string> known)
    {
        (string Name, int Distance)[] ranked =
            [.. known.Distinct().Select(k => (k, Distance(name, k))).OrderBy(p => p.Item2).ThenBy(p => p.k, StringComparer.Ordinal)];
        if (ranked.Length == 0)
            return "none";
        string[] near = [.. ranked.TakeWhile((p, i) => i == 0 || (i < 3 && p.Distance <= ranked[0].Distance + 2)).Select(p => p.Name)];
        string listed = near.Length == 1 ? near[0] : $"{string.Join(", ", near[..^1])} or {near[^1]}";
        return near.Length == ranked.Length ? listed : $"one near {listed}";
    }

    // Names that start alike are nearer than their edit distance says: huber is meant for huber_loss.
    static int Distance(string a, string b)
    {
        if (b.StartsWith(a, StringComparison.Ordinal) || a.StartsWith(b, StringComparison.Ordinal))
            return 1;
        var previous = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            int corner = previous[0];
            previous[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = previous[j];
                previous[j] = Math.Min(Math.Min(above, previous[j - 1]) + 1, corner + (char.ToLowerInvariant(a[i - 1]) == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }
        return previous[^1] + 1;
    }
}
