namespace ParityNet.Parity;

/// <summary>How far a name is from one that somebody may have meant, whatever the case of its letters.</summary>
static class Nearness
{
    /// <summary>What a slip costs twice, so that a name of which only the start or a part was written lies between one slip and two.</summary>
    const int Slip = 2;

    /// <summary>The fewest slips from one name to the other, or to a start of it: <c>hubber</c> is meant for <c>huber_loss</c>.</summary>
    /// <param name="given">The name that was given.</param>
    /// <param name="known">A name there is.</param>
    /// <returns>A number that is less the nearer they are; 0 for names that differ in case alone.</returns>
    public static int Of(string given, string known)
    {
        string a = given.ToLowerInvariant(), b = known.ToLowerInvariant();
        (int whole, int start) = Slips(a, b);
        // The same name, one level deeper.
        if (b.EndsWith($".{a}", StringComparison.Ordinal))
            return 0;
        int nearest = Math.Min(Slip * whole, Slip * start + 1);
        // Parts of one letter or two are in many names.
        bool within = a.Length > 2 && b.Contains(a, StringComparison.Ordinal), around = b.Length > 2 && a.StartsWith(b, StringComparison.Ordinal);
        return around ? Math.Min(nearest, 1) : within ? Math.Min(nearest, Slip) : nearest;
    }

    // Letters to change, add, leave out or swap with the next: to the whole of b, and to that start of b for which they are fewest.
    static (int Whole, int Start) Slips(string a, string b)
    {
        int[] before = [], last = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            (before, last) = (last, row);
        }
        return (last[^1], last.Min());
    }
}
