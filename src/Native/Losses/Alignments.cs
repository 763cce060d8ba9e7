using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>The probabilities of all alignments of labels with steps, as logarithms in <c>double</c>: forward and backward recursion.</summary>
readonly struct Alignments<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly double[] logs, before;
    readonly int[] places;
    readonly int steps, classes, batch, sequence;

    public Alignments(Tensor<T> all, int sequence, int steps, ReadOnlySpan<long> labels, int blank)
    {
        (this.steps, this.sequence) = (steps, sequence);
        classes = (int)all.Lengths[^1];
        batch = all.Rank == 3 ? (int)all.Lengths[1] : 1;
        logs = new double[steps * classes];
        ReadOnlySpan<T> numbers = all.Flat();
        for (int t = 0; t < steps; t++)
            for (int c = 0; c < classes; c++)
                logs[t * classes + c] = Real.Wide(numbers[(t * batch + sequence) * classes + c]);
        places = new int[2 * labels.Length + 1];
        Array.Fill(places, blank);
        for (int i = 0; i < labels.Length; i++)
            places[2 * i + 1] = (int)labels[i];
        before = new double[steps * places.Length];
        for (int t = 0; t < steps; t++)
            for (int s = 0; s < places.Length; s++)
                before[t * places.Length + s] = t == 0 ? s <= 1 ? logs[places[s]] : double.NegativeInfinity
                    : Next(before.AsSpan((t - 1) * places.Length, places.Length), s, 1) + logs[t * classes + places[s]];
        Loss = -Either(before[^1], places.Length > 1 ? before[^2] : double.NegativeInfinity, double.NegativeInfinity);
    }

    /// <summary>Minus the logarithm of the probability of the labels.</summary>
    public double Loss { get; }

    /// <summary>Writes <c>eˣ − γ</c>, times a scale, for each class in each step.</summary>
    public void WriteSlopes(T[] slopes, double scale)
    {
        int width = places.Length;
        var after = new double[width];
        var here = new double[classes];
        for (int t = steps - 1; t >= 0; t--)
        {
            var next = new double[width];
            Array.Fill(here, double.NegativeInfinity);
            for (int s = 0; s < width; s++)
            {
                double rest = t == steps - 1 ? s >= width - 2 ? 0 : double.NegativeInfinity : Next(after, s, -1);
                here[places[s]] = Either(here[places[s]], before[t * width + s] + rest, double.NegativeInfinity);
                next[s] = rest + logs[t * classes + places[s]];
            }
            after = next;
            for (int c = 0; c < classes; c++)
                slopes[(t * batch + sequence) * classes + c] = Real.Of<T>((Exp(logs[t * classes + c]) - Exp(here[c] + Loss)) * scale);
        }
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
        double most = Math.Max(a, Math.Max(b, c));
        return double.IsInfinity(most) || double.IsNaN(most) ? most : most + Log(Exp(a - most) + Exp(b - most) + Exp(c - most));
    }

    static double Exp(double x)
    {
        double result = 0;
        Simd.Exp.Double(Scalar<double>.All(x)).Store(ref result);
        return result;
    }

    static double Log(double x)
    {
        double result = 0;
        Simd.Log.Double(Scalar<double>.All(x)).Store(ref result);
        return result;
    }
}
