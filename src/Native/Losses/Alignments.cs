using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The probabilities of all alignments of labels with steps, as logarithms: forward and backward recursion.</summary>
/// <remarks>
/// The logarithms are summed with what rounding takes from them, so that nothing is lost even where they are huge: what a step rounds is the
/// logarithm of at most three ways to come there.
/// </remarks>
readonly struct Alignments<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly Total Never = new(double.NegativeInfinity, 0);

    readonly double[] logs;
    readonly Total[] before;
    readonly Total all;
    readonly int[] places;
    readonly int steps, classes, batch, sequence;

    public Alignments(Tensor<T> numbers, int sequence, int steps, ReadOnlySpan<long> labels, int blank)
    {
        (this.steps, this.sequence) = (steps, sequence);
        classes = (int)numbers.Lengths[^1];
        batch = numbers.Rank == 3 ? (int)numbers.Lengths[1] : 1;
        places = new int[2 * labels.Length + 1];
        Array.Fill(places, blank);
        for (int i = 0; i < labels.Length; i++)
            places[2 * i + 1] = (int)labels[i];
        int width = places.Length;
        (logs, before) = (new double[steps * classes], new Total[steps * width]);
        ReadOnlySpan<T> flat = numbers.Flat();
        for (int t = 0; t < steps; t++)
        {
            for (int c = 0; c < classes; c++)
                logs[t * classes + c] = Real.Wide(flat[(t * batch + sequence) * classes + c]);
            for (int s = 0; s < width; s++)
                before[t * width + s] = t > 0 ? Next(before.AsSpan((t - 1) * width, width), s, 1) + At(t, s) : s <= 1 ? At(t, s) : Never;
        }
        all = width == 1 ? before[^1] : Either(before[^1], before[^2], Never);
        Loss = -all.Value;
    }

    /// <summary>Minus the logarithm of the probability of the labels.</summary>
    public double Loss { get; }

    /// <summary>Writes <c>eˣ − γ</c>, times a scale, for each class in each step.</summary>
    public void WriteSlopes(T[] slopes, double scale)
    {
        int width = places.Length;
        Total[] rest = new Total[width], after = new Total[width];
        var here = new double[classes];
        var less = new Total(-all.Sum, -all.Rest);
        for (int t = steps - 1; t >= 0; t--)
        {
            // No path at all: 0, or NaN where a probability is 0, by which libtorch divides.
            for (int c = 0; c < classes; c++)
                here[c] = Exp(double.NegativeInfinity + Loss - logs[t * classes + c]);
            // Whoever is not at one of the last two places in the last step has not finished.
            int first = t == steps - 1 ? Math.Max(width - 2, 0) : 0;
            for (int s = 0; s < width; s++)
            {
                rest[s] = t == steps - 1 ? s >= first ? default : Never : Next(after, s, -1);
                if (s >= first)
                    here[places[s]] += Exp((before[t * width + s] + rest[s] + less).Value);
            }
            for (int s = 0; s < width; s++)
                after[s] = s >= first ? rest[s] + At(t, s) : Never;
            for (int c = 0; c < classes; c++)
                slopes[(t * batch + sequence) * classes + c] = Real.Of<T>((Exp(logs[t * classes + c]) - here[c]) * scale);
        }
    }

    Total At(int t, int s) => new(logs[t * classes + places[s]], 0);

    // From the same place, from the neighbour, or over a blank between two labels that differ.
    Total Next(ReadOnlySpan<Total> row, int s, int direction)
    {
        int one = s - direction, two = one - direction;
        Total near = one >= 0 && one < row.Length ? row[one] : Never;
        return Either(row[s], near, two >= 0 && two < row.Length && places[two] != places[s] ? row[two] : Never);
    }

    static Total Either(Total a, Total b, Total c)
    {
        if (b.Sum > a.Sum)
            (a, b) = (b, a);
        if (c.Sum > a.Sum)
            (a, c) = (c, a);
        if (double.IsInfinity(a.Sum))
            return new(a.Sum < 0 ? a.Sum + b.Sum + c.Sum : double.NaN, 0);
        return a + new Total(Log1p(Exp(Less(b, a)) + Exp(Less(c, a))), 0);
    }

    static double Less(Total a, Total b)
    {
        double rest = a.Rest - b.Rest;
        return double.IsFinite(rest) ? a.Sum - b.Sum + rest : a.Sum - b.Sum;
    }

    static double Exp(double x)
    {
        double result = 0;
        Simd.Exp.Double(Scalar<double>.All(x)).Store(ref result);
        return result;
    }

    static double Log1p(double x)
    {
        double result = 0;
        Simd.Log1p.Double(Scalar<double>.All(x)).Store(ref result);
        return result;
    }
}
