using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ParityNet.Bench;

/// <summary>Times of two ways to do the same, taken in turns, so that both meet the same machine.</summary>
static partial class Timed
{
    const double Long = 100, Whole = 300_000;

    /// <summary>The shortest time of each, in microseconds: on a shared machine others only add.</summary>
    /// <param name="first">One way.</param>
    /// <param name="second">The other.</param>
    /// <param name="alone">Whether both run on this thread alone; then the time that it had a processor counts.</param>
    public static (double First, double Second) InTurns(Action first, Action second, bool alone)
    {
        Func<double> clock = alone && OperatingSystem.IsLinux() ? OfThread : () => Stopwatch.GetTimestamp() * 1e6 / Stopwatch.Frequency;
        int ofFirst = Repeats(first, clock), ofSecond = Repeats(second, clock);
        double bestFirst = double.PositiveInfinity, bestSecond = double.PositiveInfinity;
        var whole = Stopwatch.StartNew();
        for (int i = 0; i < 5 || (whole.Elapsed.TotalMicroseconds < Whole && i < 500); i++)
        {
            bestFirst = Math.Min(bestFirst, Once(first, ofFirst, clock));
            bestSecond = Math.Min(bestSecond, Once(second, ofSecond, clock));
        }
        return (bestFirst, bestSecond);
    }

    // So often that the clock's own time does not count.
    static int Repeats(Action action, Func<double> clock)
    {
        action();
        int times = 1;
        while (Once(action, times, clock) * times < Long)
            times *= 2;
        return times;
    }

    static double Once(Action action, int times, Func<double> clock)
    {
        double start = clock();
        for (int i = 0; i < times; i++)
            action();
        return (clock() - start) / times;
    }

    static double OfThread()
    {
        const int ThreadTime = 3;
        _ = Clock(ThreadTime, out TimeSpec time);
        return time.Seconds * 1e6 + time.Nanoseconds * 1e-3;
    }

    struct TimeSpec
    {
        public nint Seconds, Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Clock(int clock, out TimeSpec time);
}
