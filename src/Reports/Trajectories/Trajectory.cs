using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Trajectories;

/// <summary>Trains a regime on two backends in lock-step, with twins that measure its own sensitivity to rounding.</summary>
/// <param name="first">The backend under test.</param>
/// <param name="second">The backend to compare with; its twins start one ULP away.</param>
/// <param name="regime">The regime.</param>
sealed class Trajectory(IBackend first, IBackend second, Regime regime)
{
    const int Rows = 64, Horizon = 100;

    /// <summary>Runs the trajectory.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="steps">The number of steps.</param>
    /// <param name="seeds">The number of seeds; the figures are medians over them.</param>
    /// <param name="twins">The number of twins per seed; odd, so that one of them is the median.</param>
    /// <param name="seed">The seed of data, initial parameters and twins.</param>
    /// <param name="cancellation">Cancels the run after the current step.</param>
    /// <returns>The figures.</returns>
    public TrajectoryReport Run<T>(int steps, int seeds = 3, int twins = 3, ulong seed = 1, CancellationToken cancellation = default)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var runs = new List<List<TrajectoryPoint>>();
        int? partsAt = null;
        for (int s = 0; s < seeds; s++)
        {
            List<TrajectoryPoint> run = One<T>(steps, twins, seed * 1000 + (ulong)s, cancellation, out int? at);
            runs.Add(run);
            partsAt = at is { } step && !(partsAt < step) ? step : partsAt;
        }
        ImmutableArray<TrajectoryPoint> points = [.. Enumerable.Range(0, runs.Min(r => r.Count)).Select(i => Median([.. runs.Select(r => r[i])]))];
        return new(regime.Name, CSharp.Spec(regime.Model), CSharp.Spec(regime.Optimizer), CSharp.Spec(regime.Loss), ElementType.Name<T>(), seeds,
            twins,
            Growth(points), points.Where(p => p.Step <= Horizon).Select(p => p.Rho).DefaultIfEmpty(0).Max(), partsAt, points);
    }

    List<TrajectoryPoint> One<T>(int steps, int twins, ulong seed, CancellationToken cancellation, out int? partsAt)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        (Tensor<T> input, Tensor<T> target) = Data<T>(seed);
        ImmutableArray<Tensor<T>> start = regime.Model.Init<T>(seed);
        var a = new Twin<T>(first, regime, start);
        var b = new Twin<T>(second, regime, start);
        Twin<T>[] others = [.. Enumerable.Range(1, twins).Select(k => new Twin<T>(second, regime, Twin<T>.Nudged(start, seed * 31 + (ulong)k)))];
        var points = new List<TrajectoryPoint>();
        partsAt = null;
        for (int t = 1; t <= steps && !cancellation.IsCancellationRequested; t++)
        {
            var before = b.State;
            a.Step(input, target);
            b.Step(input, target);
            foreach (Twin<T> twin in others)
                twin.Step(input, target);
            partsAt ??= Bits.Same(a.Loss, b.Loss) ? null : t;
            if (!IsShown(t))
                continue;
            double[] apart = [.. others.Select(twin => twin.Distance(b)).Order()];
            double distance = a.Distance(b), median = apart[apart.Length / 2];
            (double p50, double max, double equal) = Synchronised(a.StepFrom(before, b.Gradients).Parameters, b.State.Parameters, before.Parameters);
            points.Add(new(t, double.CreateChecked(a.Loss), double.CreateChecked(b.Loss), distance, apart[0], median, apart[^1],
                median > 0 ? distance / median : distance > 0 ? double.PositiveInfinity : 0, p50, max, equal));
        }
        return points;
    }

    // 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100 and so on: evenly spaced on a logarithmic axis.
    static bool IsShown(int step)
    {
        int unit = (int)Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step * 10 / unit) is 10 or 15 or 20 or 30 or 50 or 70 && step * 10 % unit == 0;
    }

    static (Tensor<T> Input, Tensor<T> Target) Data<T>(ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var random = new Xoshiro(seed);
        double[] x = [.. Enumerable.Range(0, Rows * 4).Select(_ => 2 * random.NextUnit() - 1)];
        double[] y = [.. x.Chunk(4).Select(r => Math.Sin(3 * r[0]) + r[1] * r[2] - 0.5 * r[3])];
        return (Tensor.Create(Array.ConvertAll(x, T.CreateTruncating), [Rows, 4]), Tensor.Create(Array.ConvertAll(y, T.CreateTruncating), [Rows, 1]));
    }

    static (double P50, double Max, double EqualPercent) Synchronised<T>(
        ImmutableArray<Tensor<T>> a, ImmutableArray<Tensor<T>> b, ImmutableArray<Tensor<T>> before) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var ulps = new List<double>();
        for (int p = 0; p < a.Length; p++)
        {
            ReadOnlySpan<T> one = a[p].Flat(), other = b[p].Flat(), old = before[p].Flat();
            for (int i = 0; i < one.Length; i++)
                ulps.Add(UlpError.Of(one[i], double.CreateChecked(other[i]), Math.Abs(double.CreateChecked(old[i]))));
        }
        ulps.Sort();
        return (ulps[ulps.Count / 2], ulps[^1], Math.Round(100.0 * ulps.Count(u => u == 0) / ulps.Count, 4));
    }

    static TrajectoryPoint Median(TrajectoryPoint[] at)
    {
        double Of(Func<TrajectoryPoint, double> figure) => at.Select(figure).Order().ElementAt(at.Length / 2);
        return new(at[0].Step, Of(p => p.NativeLoss), Of(p => p.TorchLoss), Of(p => p.Distance), Of(p => p.TwinLow), Of(p => p.TwinMedian),
            Of(p => p.TwinHigh),
            Of(p => p.Rho), Of(p => p.SynchronisedP50), at.Max(p => p.SynchronisedMax), Of(p => p.BitsEqualPercent));
    }

    static double Growth(ImmutableArray<TrajectoryPoint> points)
    {
        (double X, double Y)[] logs = [.. points.Where(p => p.Distance > 0).Select(p => (Math.Log(p.Step), Math.Log(p.Distance)))];
        if (logs.Length < 2)
            return 0;
        double x = logs.Average(l => l.X), y = logs.Average(l => l.Y);
        return logs.Sum(l => (l.X - x) * (l.Y - y)) / logs.Sum(l => (l.X - x) * (l.X - x));
    }
}
