using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>The ways in which labels, with blanks between and repetitions, can be spread over steps, and the logarithms of their probabilities.</summary>
sealed class Alignments<R>
    where R : struct, IReal<R>
{
    readonly R[] x;
    readonly int[] places;
    readonly int steps, classes;
    readonly R[,] before, after;

    public Alignments(R[] logs, int steps, int[] labels, int blank)
    {
        x = Array.ConvertAll(logs, R.Detach);
        (this.steps, classes) = (steps, logs.Length / steps);
        places = [blank, .. labels.SelectMany(label => (int[])[label, blank])];
        (before, after) = (new R[steps, places.Length], new R[steps, places.Length]);
        for (int t = 0; t < steps; t++)
        {
            for (int s = 0; s < places.Length; s++)
            {
                before[t, s] = Next(before, t, s, 1);
                after[steps - 1 - t, places.Length - 1 - s] = Next(after, steps - 1 - t, places.Length - 1 - s, -1);
            }
        }

        Loss = -Either([before[steps - 1, places.Length - 1], places.Length > 1 ? before[steps - 1, places.Length - 2] : Never]);
    }

    /// <summary>Minus the logarithm of the probability of the labels.</summary>
    public R Loss { get; }

    static R Never => R.Exact(double.NegativeInfinity);

    /// <summary>The slope by a number: its exponential less the probability to stand there.</summary>
    public R SlopeAt(int index)
    {
        (int t, int c) = (index / classes, index % classes);
        R here = Never;
        for (int s = 0; s < places.Length; s++)
        {
            if (places[s] == c)
                here = Either([here, before[t, s] + after[t, s]]);
        }

        return R.Exp(x[index]) - R.Hull(R.Exp(here + Loss - x[index]), R.Exp(here + (Loss - x[index])));
    }

    // From the same place, from the one before, or over a blank between two labels that differ.
    R Next(R[,] all, int t, int s, int direction)
    {
        int from = t - direction, start = direction > 0 ? 0 : places.Length - 1;
        R log = x[t * classes + places[s]];
        if (from < 0 || from >= steps)
            return Math.Abs(s - start) <= 1 ? log : Never;
        List<R> ways = [all[from, s]];
        int one = s - direction, two = one - direction;
        if (one >= 0 && one < places.Length)
            ways.Add(all[from, one]);
        if (two >= 0 && two < places.Length && places[two] != places[s])
            ways.Add(all[from, two]);
        return Either([.. ways]) + log;
    }

    static R Either(R[] logs) => R.LogSumExp(logs, SumClass.Any);
}
