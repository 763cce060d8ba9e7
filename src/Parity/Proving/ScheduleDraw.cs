using ParityNet.Definitions;
using ParityNet.Parity.Cases;
using ParityNet.Schedules;

namespace ParityNet.Parity.Proving;

/// <summary>Draws steps of a schedule: every step at first, then its landmarks and their neighbours, and steps of every magnitude.</summary>
sealed class ScheduleDraw(ScheduleSpec spec, ulong seed)
{
    const int EveryStep = 200, LargestExponent = 6;

    static readonly double[] Starts = [0.1, 1, 1e-3, 0.3];

    readonly long[] landmarks =
        [.. Definition.Landmarks(spec, 0.1).Select(mark => mark.Key).SelectMany(step => (long[])[step - 1, step, step + 1]).Where(step => step >= 0)];

    /// <summary>A case.</summary>
    public Case<double> At(int index)
    {
        var random = new Xoshiro(seed + (ulong)index);
        long step = index < EveryStep ? index : landmarks.Length > 0 && index % 2 == 0 ? landmarks[index / 2 % landmarks.Length]
            : (long)Math.Pow(10, LargestExponent * random.NextUnit());
        return new ScheduleCase(spec, Starts[random.Next(Starts.Length)], step);
    }
}
