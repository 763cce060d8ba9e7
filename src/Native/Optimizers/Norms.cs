using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>Norms of tensors, computed in <c>double</c>.</summary>
static unsafe class Norms
{
    /// <summary>The p-norm over all elements of several tensors; for p = 0 the number of tensors with a nonzero element.</summary>
    public static Number Of<T>(IReadOnlyList<Tensor<T>> tensors, double p, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (p == 0)
            return tensors.Count(tensor => tensor.Flat().ContainsAnyExcept(T.Zero));
        if (p != 2)
            return Of(tensors, p, p > 0 ? Largest(tensors) : Smallest(tensors), plan);
        var each = new double[tensors.Count];
        for (int i = 0; i < each.Length; i++)
            each[i] = Two<T>(tensors[i].Flat(), plan);
        return Two<double>(each, plan);
    }

    /// <summary>The Euclidean norm.</summary>
    public static Number Two<T>(ReadOnlySpan<T> numbers, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        fixed (T* x = numbers)
            return EuclideanNorm.Of<Squares<T>>(new(x), numbers.Length, plan);
    }

    static Number Of<T>(IReadOnlyList<Tensor<T>> tensors, double p, double scale, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (scale == 0 || !double.IsFinite(scale) || double.IsInfinity(p))
            return scale;
        // p = 1 needs no scaling: if the sum overflows, so does the norm.
        double unit = p == 1 ? 1 : scale;
        double[] terms =
            [.. tensors.SelectMany(tensor => tensor.Flat().ToArray())
            .Select(x => p == 1 ? Math.Abs(Real.Wide(x)) : Math.Pow(Math.Abs(Real.Wide(x)) / unit, p))];
        fixed (double* all = terms)
        {
            double sum = Sums.Run<double, Sequence>(new(all), terms.Length, plan);
            return p == 1 ? sum : (Number)unit * Math.Pow(sum, 1 / p);
        }
    }

    static double Largest<T>(IReadOnlyList<Tensor<T>> tensors) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double largest = 0;
        foreach (Tensor<T> tensor in tensors)
            fixed (T* x = tensor.Flat())
                for (nint i = 0; i < tensor.FlattenedLength; i++)
                    largest = Math.Max(largest, Math.Abs(Real.Wide(x[i])));
        return largest;
    }

    static double Smallest<T>(IReadOnlyList<Tensor<T>> tensors) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double smallest = double.PositiveInfinity;
        foreach (Tensor<T> tensor in tensors)
            foreach (T x in tensor.Flat())
                smallest = Math.Min(smallest, Math.Abs(Real.Wide(x)));
        return smallest;
    }
}
