using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The probabilities of all alignments of labels with steps, as logarithms in <c>double</c>: forward and backward recursion.</summary>
/// <remarks>
/// In every step the likeliest number is moved to 0, and how far is summed apart, with what rounding takes from it. What the recursions
/// add up is small then, however large the logarithms are.
/// </remarks>
readonly struct Alignments<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double[] logs, tops, before;
    readonly Total[] moved;
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
        (logs, tops, before, moved) = (new double[steps * classes], new double[steps], new double[steps * width], new Total[steps]);
        ReadOnlySpan<T> flat = numbers.Flat();
        for (int t = 0; t < steps; t++)
        {
            for (int c = 0; c < classes; c++)
                logs[t * classes + c] = Real.Wide(flat[(t * batch + sequence) * classes + c]);
            tops[t] = Top(t);
            Span<double> row = before.AsSpan(t * width, width);
            for (int s = 0; s < width; s++)
                row[s] = t > 0 ? Next(before.AsSpan((t - 1) * width, width), s, 1) + At(t, s) : s <= 1 ? At(t, s) : double.NegativeInfinity;
            moved[t] = (t == 0 ? default : moved[t - 1]) + new Total(tops[t], 0) + new Total(Centre(row), 0);
        }
        all = moved[^1] + new Total(width == 1 ? before[^1] : Either(before[^1], before[^2], double.NegativeInfinity), 0);
        Loss = -all.Value;
    }

    /// <summary>Minus the logarithm of the probability of the labels.</summary>
    public double Loss { get; }

    /// <summary>Writes <c>eˣ − γ</c>, times a scale, for each class in each step.</summary>
    public void WriteSlopes(T[] slopes, double scale)
    {
        int width = places.Length;
        double[] rest = new double[width], after = new double[width], here = new double[classes];
        Total restMoved = default, toAll = new(-all.Sum, -all.Rest);
        for (int t = steps - 1; t >= 0; t--)
        {
            double offset = (moved[t] + restMoved + toAll).Value;
            // No path at all: 0, or NaN where a probability is 0 or infinite, as libtorch divides by it.
            for (int c = 0; c < classes; c++)
                here[c] = Exp(double.NegativeInfinity + offset - logs[t * classes + c]);
            bool last = t == steps - 1;
            for (int s = 0; s < width; s++)
            {
                rest[s] = last ? s >= width - 2 ? 0 : double.NegativeInfinity : Next(after, s, -1);
                if (!last || s >= width - 2)
                    here[places[s]] += Exp(before[t * width + s] + rest[s] + offset);
            }
            // Where nobody can be in the last step, no number of it counts, not even an infinite one.
            for (int s = 0; s < width; s++)
                after[s] = last && s < width - 2 ? double.NegativeInfinity : rest[s] + At(t, s);
            restMoved = restMoved + new Total(tops[t], 0) + new Total(Centre(after), 0);
            for (int c = 0; c < classes; c++)
                slopes[(t * batch + sequence) * classes + c] = Real.Of<T>((Exp(logs[t * classes + c]) - here[c]) * scale);
        }
    }

    double At(int t, int s) => logs[t * classes + places[s]] - tops[t];

    double Top(int t)
    {
        double top = double.NegativeInfinity;
        foreach (int place in places)
            if (logs[t * classes + place] > top)
                top = logs[t * classes + place];
        return double.IsFinite(top) ? top : 0;
    }

    // Moves the greatest number to 0, and says from where.
    static double Centre(Span<double> row)
    {
        double most = double.NegativeInfinity;
        foreach (double one in row)
            if (one > most)
                most = one;
        if (!double.IsFinite(most))
            return 0;
        foreach (ref double one in row)
            one -= most;
        return most;
    }

    // From the same place, from the neighbour, or over a blank between two labels that differ.
    double Next(ReadOnlySpan<double> row, int s, int direction)
    {
        int one = s - direction, two = one - direction;
        double near = one >= 0 && one < row.Length ? row[one] : double.NegativeInfinity;
        return Either(row[s], near, two >= 0 && two < row.Length && places[two] != places[s] ? row[two] : double.NegativeInfinity);
    }

    static double Either(double a, double b, double c)
    {
        if (b > a)
            (a, b) = (b, a);
        if (c > a)
            (a, c) = (c, a);
        if (double.IsInfinity(a))
            return a < 0 ? a + b + c : double.NaN;
        return a + Log1p(Exp(b - a) + Exp(c - a));
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
