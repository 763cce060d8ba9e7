using System.Globalization;

namespace ParityNet.Parity.Laws;

/// <summary>Comparisons that return null where they hold, else a sentence on how they fail.</summary>
static class Hold
{
    /// <summary>Every pair is equal or both NaN; −0 equals 0.</summary>
    public static string? Same(IReadOnlyList<Approx> expected, IReadOnlyList<Approx> actual) =>
        First(expected, actual, (a, b) => a.Value == b.Value || (double.IsNaN(a.Value) && double.IsNaN(b.Value)), "be the same");

    public static string? Same(Approx expected, Approx actual) => Same([expected], [actual]);

    /// <summary>Every pair differs by at most its slacks.</summary>
    public static string? Near(IReadOnlyList<Approx> expected, IReadOnlyList<Approx> actual) =>
        First(expected, actual, (a, b) => a.MayEqual(b), "be near");

    public static string? Near(Approx expected, Approx actual) => Near([expected], [actual]);

    /// <summary>Every left number is at most the right one plus their slacks.</summary>
    public static string? AtMost(IReadOnlyList<Approx> low, IReadOnlyList<Approx> high) => First(high, low, (h, l) => l.MayBeAtMost(h), "be at most");

    public static string? All(IEnumerable<Approx> numbers, Func<double, bool> holds, string what)
    {
        foreach (Approx number in numbers)
            if (!holds(number.Value))
                return $"every number must be {what}, got {number.Value:R}.";
        return null;
    }

    static string? First(IReadOnlyList<Approx> expected, IReadOnlyList<Approx> actual, Func<Approx, Approx, bool> holds, string relation)
    {
        if (expected.Count != actual.Count)
            return $"both sides must have as many numbers: expected {expected.Count}, got {actual.Count}.";
        for (int i = 0; i < expected.Count; i++)
            if (!holds(expected[i], actual[i]))
                return string.Create(CultureInfo.InvariantCulture,
                    $"number {i} must {relation}: expected {expected[i].Value:R}, got {actual[i].Value:R}, slack " +
                    $"{expected[i].Slack + actual[i].Slack:R}.");
        return null;
    }
}
