using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Layers;

/// <summary>The mean and the sum of the squared deviations from it, updated number by number (B. P. Welford, 1962).</summary>
readonly struct RunningMoments<R>
    where R : struct, IReal<R>
{
    RunningMoments(int count, R mean, R squares) => (Count, Mean, Squares) = (count, mean, squares);

    int Count { get; }

    /// <summary>The mean.</summary>
    public R Mean { get; }

    /// <summary>The sum of the squared deviations.</summary>
    public R Squares { get; }

    /// <summary>Computed in a number of lanes, which are then merged one after the other into the moments of the tail.</summary>
    public static RunningMoments<R> Of(R[] x, int lanes)
    {
        int whole = lanes == 1 ? 0 : x.Length / lanes * lanes;
        var all = new RunningMoments<R>(0, R.Zero, R.Zero);
        foreach (R number in x[whole..])
            all = all.With(number);
        for (int lane = 0; lane < lanes && whole > 0; lane++)
        {
            var part = new RunningMoments<R>(0, R.Zero, R.Zero);
            for (int i = lane; i < whole; i += lanes)
                part = part.With(x[i]);
            all = all.With(part);
        }

        return all;
    }

    // In some places libtorch multiplies by reciprocals.
    RunningMoments<R> With(R number)
    {
        R distance = number - Mean, count = R.Exact(Count + 1);
        R mean = Mean + R.Hull(distance / count, distance * (R.One / count));
        return new(Count + 1, mean, Squares + distance * (number - mean));
    }

    // T. F. Chan and others, 1979.
    RunningMoments<R> With(RunningMoments<R> part)
    {
        R distance = part.Mean - Mean, share = R.Exact(part.Count) / R.Exact(Count + part.Count);
        return new(Count + part.Count, Mean + share * distance, Squares + (part.Squares + distance * distance * share * R.Exact(Count)));
    }
}
