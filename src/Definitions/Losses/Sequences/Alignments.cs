using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>
/// The alignments of labels, with blanks in between and repetitions, to time steps, and their log-probabilities.
/// </summary>
sealed class Alignments<R>
    where R : struct, IReal<R>
{
    readonly R[] x;
    readonly int[] positions;
    readonly int classes;
    readonly R[,] before, after;

    public Alignments(R[] logs, int steps, int[] labels, int blank)
    {
        x = logs;
        (Steps, classes) = (steps, logs.Length / steps);
        positions = [blank, .. labels.SelectMany(label => (int[])[label, blank])];
        Labels = labels.Length;
        (before, after) = (new R[steps, positions.Length], new R[steps, positions.Length]);
        for (int t = 0; t < steps; t++)
        {
            for (int s = 0; s < positions.Length; s++)
            {
                before[t, s] = Next(before, t, s, 1);
                after[steps - 1 - t, positions.Length - 1 - s] = Next(after, steps - 1 - t, positions.Length - 1 - s, -1);
            }
        }

        R last = before[steps - 1, positions.Length - 1];
        Loss = -(labels.Length == 0 ? last : Either(last, before[steps - 1, positions.Length - 2]));
    }

    public int Steps { get; }

    /// <summary>The number of labels.</summary>
    public int Labels { get; }

    /// <summary>The negative log-probability of the labels.</summary>
    public R Loss { get; }

    static R Never => R.Exact(double.NegativeInfinity);

    /// <summary>The derivative with respect to a log-probability: its exponential minus the posterior probability of the class.</summary>
    public R DerivativeAt(int t, int c)
    {
        R? sum = null;
        // A path must end at one of the last two positions in the last step.
        for (int s = positions.Length - 1; s >= (t == Steps - 1 ? Math.Max(positions.Length - 2, 0) : 0); s--)
        {
            if (positions[s] == c)
                sum = sum is { } others ? Either(others, before[t, s] + after[t, s]) : before[t, s] + after[t, s];
        }

        R here = sum ?? Never, log = x[t * classes + c];
        return R.Exp(log) - R.Hull(R.Exp(here + Loss - log), R.Exp(here + (Loss - log)));
    }

    // From the same position, from the previous one, or across a blank between two different labels.
    R Next(R[,] all, int t, int s, int direction)
    {
        int from = t - direction, start = direction > 0 ? 0 : positions.Length - 1;
        R log = x[t * classes + positions[s]];
        if (from < 0 || from >= Steps)
            return Math.Abs(s - start) <= 1 ? log : Never;
        List<R> ways = [all[from, s]];
        int one = s - direction, two = one - direction;
        if (one >= 0 && one < positions.Length)
            ways.Add(all[from, one]);
        if (two >= 0 && two < positions.Length && positions[two] != positions[s])
            ways.Add(all[from, two]);
        return Either([.. ways]) + log;
    }

    // An infinite log-probability cannot be used as the shift; libtorch then computes ∞ − ∞.
    static R Either(params ReadOnlySpan<R> logs)
    {
        R sum = R.LogSumExp(logs, SumClass.Any);
        return R.Where(R.Equal(sum, R.Exact(double.PositiveInfinity)), R.Exact(double.NaN), sum);
    }
}
