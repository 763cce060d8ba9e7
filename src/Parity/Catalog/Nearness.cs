namespace ParityNet.Parity;

/// <summary>A case-insensitive edit distance between a misspelt name and a known one.</summary>
static class Nearness
{
    /// <summary>The cost of one edit: 2, so that a prefix or substring of a name can cost between one edit and two.</summary>
    const int Slip = 2;

    /// <summary>The least cost of edits from one name to the other or to a prefix of it: <c>hubber</c> is near <c>huber_loss</c>.</summary>
    /// <param name="given">The given name.</param>
    /// <param name="known">A known name.</param>
    /// <returns>The cost, at least 0; 0 for names that differ in case only.</returns>
    public static int Of(string given, string known)
    {
        string a = given.ToLowerInvariant(), b = known.ToLowerInvariant();
        (int whole, int start) = Slips(a, b);
        // The same name, qualified.
        if (b.EndsWith($".{a}", StringComparison.Ordinal))
            return 0;
        int nearest = Math.Min(Slip * whole, Slip * start + 1);
        // Substrings of one or two letters occur in many names.
        bool within = a.Length > 2 && b.Contains(a, StringComparison.Ordinal), around = b.Length > 2 && a.StartsWith(b, StringComparison.Ordinal);
        return around ? Math.Min(nearest, 1) : within ? Math.Min(nearest, Slip) : nearest;
    }

    // Substitutions, insertions, deletions and transpositions from a to b, and to the prefix of b that needs the fewest.
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
