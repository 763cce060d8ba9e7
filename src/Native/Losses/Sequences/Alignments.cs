using System.Numerics;
using ParityNet.Native.Functions;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The log-probabilities of all alignments of labels with time steps: forward and backward recursion.</summary>
/// <remarks>
/// The log-probabilities are compensated sums, so that no accuracy is lost even if they are huge: a step only rounds the log of a sum of at
/// most three paths.
/// </remarks>
readonly unsafe struct Alignments<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly Total Never = new(double.NegativeInfinity, 0);

    readonly double[] logs, ways;
    readonly Total[] before;
    readonly Total all;
    readonly int[] positions;
    readonly Plan plan;
    readonly int steps, classes, sequence;
    readonly SequenceBuffers<T> at;

    public Alignments(SequenceBuffers<T> at, int sequence, Plan plan)
    {
        ReadOnlySpan<long> labels = at.LabelsOf(sequence);
        (this.at, this.sequence, this.plan, steps, classes) = (at, sequence, plan with { Threads = 1 }, (int)at.Steps[sequence], at.Classes);
        positions = new int[2 * labels.Length + 1];
        Array.Fill(positions, at.Blank);
        for (int i = 0; i < labels.Length; i++)
            positions[2 * i + 1] = (int)labels[i];
        int width = positions.Length;
        (logs, before, ways) =
            (new double[steps * classes], new Total[steps * width], new double[2 * ((width + RowBlocks.Side - 1) / RowBlocks.Side * RowBlocks.Side)]);
        for (int t = 0; t < steps; t++)
        {
            for (int c = 0; c < classes; c++)
                logs[t * classes + c] = Real.Wide(at.At(at.X, t, sequence)[c]);
            Span<Total> now = before.AsSpan(t * width, width);
            if (t > 0)
                Move(before.AsSpan((t - 1) * width, width), 1, now);
            for (int s = 0; s < width; s++)
                now[s] = t > 0 ? now[s] + At(t, s) : s <= 1 ? At(t, s) : Never;
        }
        all = width == 1 ? before[^1] : Either(before[^1], before[^2]);
        Loss = -all.Value;
    }

    /// <summary>The negative log-probability of the labels.</summary>
    public double Loss { get; }

    /// <summary>Writes <c>(eˣ − γ)·scale</c> for each class in each time step; γ is the posterior probability of the class.</summary>
    public void WriteDerivatives(double scale)
    {
        int width = positions.Length;
        Total[] rest = new Total[width], after = new Total[width];
        double[] here = new double[classes], shares = new double[ways.Length / 2], lost = new double[width], powers = new double[logs.Length];
        var less = new Total(-all.Sum, -all.Rest);
        Maps.Apply<double, Exp>(logs, powers, plan);
        for (int t = steps - 1; t >= 0; t--)
        {
            // The value if no path passes through the class: 0, or NaN for a probability of 0, by which libtorch divides.
            for (int c = 0; c < classes; c++)
                here[c] = (Number)double.NegativeInfinity + Loss - logs[t * classes + c] is var none
                    && Number.AnySet(none < 0) ? 0 : Number.AnySet(Number.IsNaN(none)) ? none : double.PositiveInfinity;
            // A path must end at one of the last two positions in the last step.
            bool last = t == steps - 1;
            int first = last ? Math.Max(width - 2, 0) : 0;
            if (last)
                rest.AsSpan(0, first).Fill(Never);
            else
                Move(after, -1, rest);
            // libtorch adds and subtracts the step's own log-probability once more: ∞ − ∞ if it is infinite.
            for (int s = first; s < width; s++)
            {
                double log = logs[t * classes + positions[s]];
                Total share = before[t * width + s] + rest[s] + less + new Total((Number)log - log, 0);
                (shares[s], lost[s]) = (share.Value, share.Lost);
            }

            Maps.Apply<double, Exp>(shares, shares, plan);
            for (int s = first; s < width; s++)
                here[positions[s]] = (Number)here[positions[s]] + (shares[s] + (Number)shares[s] * lost[s]);
            for (int s = 0; s < width; s++)
                after[s] = s >= first ? rest[s] + At(t, s) : Never;
            for (int c = 0; c < classes; c++)
                at.At(at.ByX, t, sequence)[c] = Real.Of<T>(((Number)powers[t * classes + c] - here[c]) * scale);
        }
    }

    Total At(int t, int s) => new(logs[t * classes + positions[s]], 0);

    /// <summary>
    /// One step of the recursion: a position is reached from itself, from its neighbour, or across a blank between two different labels.
    /// </summary>
    void Move(ReadOnlySpan<Total> row, int direction, Span<Total> next)
    {
        int half = ways.Length / 2;
        for (int s = 0; s < row.Length; s++)
        {
            int one = s - direction, two = one - direction;
            Total near = one >= 0 && one < row.Length ? row[one] : Never;
            next[s] = Largest(row[s], near, two >= 0 && two < row.Length && positions[two] != positions[s] ? row[two] : Never, out ways[s],
                out ways[half + s]);
        }
        Maps.Apply<double, Exp>(ways, ways, plan);
        for (int s = 0; s < half; s++)
            ways[s] = (Number)ways[s] + ways[half + s];
        Maps.Apply<double, Log1p>(ways.AsSpan(0, half), ways.AsSpan(0, half), plan);
        for (int s = 0; s < row.Length; s++)
            next[s] = double.IsInfinity(next[s].Sum) ? next[s] : next[s] + new Total(ways[s], 0);
    }

    static Total Either(Total a, Total b)
    {
        Total largest = Largest(a, b, Never, out double less, out _);
        if (double.IsInfinity(largest.Sum))
            return largest;
        return largest + new Total(Log1p.Double(Exp.Double((Number)less)), 0);
    }

    /// <summary>
    /// The largest of three, and the differences of the others to it; if it is −∞, the sum of all three, if it is ∞, NaN.
    /// </summary>
    static Total Largest(Total a, Total b, Total c, out double second, out double third)
    {
        if ((Number)b.Sum > a.Sum)
            (a, b) = (b, a);
        if ((Number)c.Sum > a.Sum)
            (a, c) = (c, a);
        (second, third) = (Less(b, a), Less(c, a));
        return double.IsInfinity(a.Sum) ? new(a.Sum < 0 ? a.Sum + b.Sum + c.Sum : double.NaN, 0) : a;
    }

    static double Less(Total a, Total b)
    {
        Number rest = (Number)a.Rest - b.Rest, sum = (Number)a.Sum - b.Sum;
        return rest.IsFinite ? sum + rest : sum;
    }
}
