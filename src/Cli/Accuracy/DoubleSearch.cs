using ParityNet.Cli.Functions;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Cli.Accuracy;

/// <summary>
/// Searches for the largest error of a function of <c>double</c>; since not every input can be tested, the result is a lower bound.
/// </summary>
/// <remarks>
/// It tests the published hard cases, then points in rounds. Each round searches around the worst points of previous rounds, like P.
/// Zimmermann's search (Accuracy of Mathematical Functions in Single, Double, Extended Double and Quadruple Precision, 2021). The points do
/// not depend on the number of threads.
/// </remarks>
/// <param name="functions">The library of the function.</param>
/// <param name="name">Its name.</param>
sealed class DoubleSearch(IFunctions functions, string name)
{
    const int Rounds = 16, Block = 1 << 12, Kept = 32;

    readonly TrueFunction exact = new Truths(name, functions.Exponent<double>(name)).Exact
        ?? throw new ArgumentException($"name must be a function that is known in high precision: got {name}.", nameof(name));
    readonly DoublePoints points = new(Domain.Of(name));

    /// <summary>Tests the hard cases and the points of the rounds.</summary>
    /// <param name="count">The number of points.</param>
    /// <param name="progress">Receives the fraction done, from 0 to 1, on any thread.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public Finding<double> Run(long count, Action<double> progress, CancellationToken cancellationToken)
    {
        var worst = new List<(double Ulp, double Input)>();
        Finding<double> total = Try(HardCases.Of(name), -1, _ => false, worst);
        var gate = new Lock();
        for (int round = 0; round < Rounds; round++)
        {
            long first = count * round / Rounds, length = count * (round + 1) / Rounds - first, blocks = (length + Block - 1) / Block, done = 0;
            double[] near = [.. worst.Select(point => point.Input)];
            int current = round;
            Parallel.For(0L, blocks, new ParallelOptions { CancellationToken = cancellationToken }, block =>
            {
                var inputs = new double[(int)Math.Min(Block, length - block * Block)];
                for (int i = 0; i < inputs.Length; i++)
                    inputs[i] = points.At(current, block * Block + i, near);
                var bad = new List<(double, double)>();
                Finding<double> found = Try(inputs, first + block * Block, DoublePoints.IsDrawn, bad);
                lock (gate)
                {
                    total = total.With(found);
                    Keep(worst, bad);
                }
                if (Interlocked.Increment(ref done) is var now && now % 16 == 0)
                    progress((current + (double)now / blocks) / Rounds);
            });
        }
        return total;
    }

    Finding<double> Try(IReadOnlyList<double> inputs, long position, Func<long, bool> isDrawn, List<(double Ulp, double Input)> worst)
    {
        double[] x = [.. inputs], results = new double[(x.Length + 3) / 4 * 4];
        functions.Apply<double>(name, x, results);
        Finding<double> found = Finding<double>.None with { Hash = ResultHash.Of<double>(results, position) };
        for (int i = 0; i < x.Length; i++)
        {
            var (ulp, isNearest) = exact.Judge(x[i], results[i]);
            long drawn = isDrawn(i) ? 1 : 0;
            found = found with { Inputs = found.Inputs + 1, Drawn = found.Drawn + drawn, Nearest = found.Nearest + (isNearest ? drawn : 0) };
            if (isNearest)
                continue;
            bool isAstray = !double.IsFinite(ulp) || (results[i] == 0 && ulp >= 2);
            found = found.WithError(x[i], isAstray ? double.PositiveInfinity : ulp);
            if (!isAstray && (worst.Count < Kept || ulp > worst[^1].Ulp))
                Keep(worst, [(ulp, x[i])]);
        }
        return found;
    }

    // Largest error first, ties by the smaller argument, so that the result does not depend on the order of work.
    static void Keep(List<(double Ulp, double Input)> worst, List<(double Ulp, double Input)> more)
    {
        if (more.Count == 0)
            return;
        var all = worst.Concat(more).Distinct().OrderByDescending(point => point.Ulp).ThenBy(point => point.Input).Take(Kept).ToList();
        worst.Clear();
        worst.AddRange(all);
    }
}
