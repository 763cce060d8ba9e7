using static ParityNet.Parity.Planted.SlippedPaths;

namespace ParityNet.Parity.Planted;

/// <summary>
/// The paths of classes over the steps of a sequence that collapse to its labels: first repetitions become one, then blanks go. The states of the
/// recursion are 2k and 2k + 1, after k labels, where the last class was the blank and where it was the k-th label.
/// </summary>
sealed class Paths
{
    readonly Slip slip;
    readonly int blank, steps, classes;
    readonly long[] labels;
    readonly Func<int, int, double> log;

    // The logarithms of the probability of coming to a state before a step, and of going on from it to an end.
    readonly double[,] before, after;

    readonly int[]? best;

    public Paths(Slip slip, int blank, long[] labels, int steps, int classes, Func<int, int, double> log)
    {
        (this.slip, this.blank, this.labels, this.steps, this.classes, this.log) = (slip, blank, labels, steps, classes, log);
        int states = 2 * labels.Length + 2;
        before = Impossible(steps + 1, states);
        after = Impossible(steps + 1, states);
        before[0, 0] = 0;
        after[steps, states - 2] = after[steps, states - 1] = 0;
        for (int t = 0; t < steps; t++)
            Each(t, states, (from, c, to) => before[t + 1, to] = Either(before[t + 1, to], before[t, from] + log(t, c)));
        for (int t = steps - 1; t >= 0; t--)
            Each(t, states, (from, c, to) => after[t, from] = Either(after[t, from], log(t, c) + after[t + 1, to]));
        best = slip == Slip.BestPathAlone ? Best() : null;
    }

    /// <summary>The logarithm of the probability of all paths.</summary>
    public double Total => after[0, 0];

    /// <summary>The share of the paths, by probability, that have a class at a step.</summary>
    public double Share(int t, int c)
    {
        if (best is not null)
            return best[t] == c ? 1 : 0;
        double sum = double.NegativeInfinity;
        for (int from = 0; from < before.GetLength(1); from++)
            if (Next(t, from, c) is { } to)
                sum = Either(sum, before[t, from] + log(t, c) + after[t + 1, to]);
        return Math.Exp(sum - Total);
    }

    int[] Best()
    {
        var path = new int[steps];
        for (int t = 0, state = 0; t < steps; t++)
        {
            path[t] = Enumerable.Range(0, classes).MaxBy(c => Next(t, state, c) is { } to ? log(t, c) + after[t + 1, to] : double.NegativeInfinity);
            state = Next(t, state, path[t]) ?? state;
        }
        return path;
    }

    int? Next(int t, int state, int c)
    {
        int matched = state / 2;
        if (c == blank)
            return slip == Slip.NoBlankAtTheEnd && t > 0 && t == steps - 1 ? null : slip == Slip.BlanksDroppedFirst ? state : 2 * matched;
        if (state % 2 == 1 && slip != Slip.RepeatsKept && labels[matched - 1] == c)
            return state;
        return matched < labels.Length && labels[matched] == c ? 2 * matched + 3 : null;
    }

    void Each(int t, int states, Action<int, int, int> step)
    {
        for (int from = 0; from < states; from++)
            for (int c = 0; c < classes; c++)
                if (Next(t, from, c) is { } to)
                    step(from, c, to);
    }

    double Either(double a, double b) => slip == Slip.BestPathAlone || double.IsNegativeInfinity(Math.Min(a, b)) ? Math.Max(a, b)
        : Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));

    static double[,] Impossible(int steps, int states)
    {
        var logs = new double[steps, states];
        for (int t = 0; t < steps; t++)
            for (int s = 0; s < states; s++)
                logs[t, s] = double.NegativeInfinity;
        return logs;
    }
}
