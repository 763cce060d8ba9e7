using System.Numerics;
using ParityNet.Native.Functions;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Adafactor: averages in <c>double</c>, one pass for the norm of the update and one for the update itself.</summary>
sealed unsafe class BoundAdafactor<T>(Adafactor spec, Plan plan) : TensorOptimizer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly double Resolution = typeof(T) == typeof(float) ? Math.ScaleB(1, -23) : Math.ScaleB(1, -52);

    readonly double smallest = spec.Epsilon1 ?? Resolution, sign = spec.Maximize ? -1 : 1;

    protected override void Step(TensorStep<T> at)
    {
        int count = at.Gradient.Length;
        if (count == 0)
        {
            foreach (OptimizerSlot slot in spec.Slots)
                at.Slot(slot.Name).CopyTo(at.NextSlot(slot.Name));
            return;
        }
        double share = Math.Pow(at.Number, spec.Beta2Decay), root = Math.Sqrt(count);
        Number alpha = Number.Max(spec.Epsilon2, Norms.Two(at.Parameter, plan) / root) * Math.Min(at.Rate, 1 / Math.Sqrt(at.Number));
        double[] move = at.Lengths.Length < 2 ? Plain(at, share) : Factored(at, share);
        double pace = alpha * sign / Number.Max(1, Norms.Two<double>(move, plan) / (root * spec.ClipThreshold)),
            keep = 1 - at.Rate * spec.WeightDecay;
        fixed (T* p = at.Parameter, next = at.NextParameter)
        fixed (double* u = move)
            Blocks.Run<double, AdafactorStep<T>>(new(p, next, u, keep, pace), count, plan);
    }

    double[] Plain(TensorStep<T> at, double share)
    {
        double[] move = Fresh.Array<double>(at.Gradient.Length);
        fixed (T* g = at.Gradient, old = at.Slot("variance"), next = at.NextSlot("variance"))
        fixed (double* u = move)
            Blocks.Run<double, AdafactorPlain<T>>(new(g, old, next, u, share, smallest * smallest), move.Length, plan);
        return move;
    }

    double[] Factored(TensorStep<T> at, double share)
    {
        int columns = (int)at.Lengths[^1], rows = (int)at.Lengths[^2], size = rows * columns;
        var move = Fresh.Array<double>(at.Gradient.Length);
        for (int matrix = 0; matrix < move.Length / size; matrix++)
        {
            ReadOnlySpan<T> g = at.Gradient.Slice(matrix * size, size);
            double[] ofRows = new double[rows], ofColumns = new double[columns];
            fixed (T* derivatives = g)
            fixed (double* sums = ofColumns)
                for (int row = 0; row < rows; row++)
                {
                    ofRows[row] = Sums.Run<double, Squares<T>>(new(derivatives + row * columns), columns, plan);
                    ofRows[row] = (Number)ofRows[row] / columns;
                    Blocks.Run<double, SquaresAdded<T>>(new(derivatives + row * columns, sums), columns, plan);
                }
            Move(ofRows, at.Slot("row_var").Slice(matrix * rows, rows), at.NextSlot("row_var").Slice(matrix * rows, rows), 1, share);
            Move(ofColumns, at.Slot("col_var").Slice(matrix * columns, columns), at.NextSlot("col_var").Slice(matrix * columns, columns), rows,
                share);
            Number mean = 0;
            foreach (double r in ofRows)
                mean += r;
            Number common = Number.Max(mean / rows, smallest);
            fixed (T* derivatives = g)
            fixed (double* each = ofColumns, u = move.AsSpan(matrix * size, size))
                for (int row = 0; row < rows; row++)
                    Blocks.Run<double, AdafactorMove<T>>(
                        new(derivatives + row * columns, each, u + row * columns, (Number)ofRows[row] / common, smallest * smallest), columns, plan);
        }
        return move;
    }

    // The averages of squares are interpolated towards those of this step, which continues with the unrounded ones.
    static void Move(double[] means, ReadOnlySpan<T> old, Span<T> next, double count, double share)
    {
        for (int i = 0; i < means.Length; i++)
        {
            means[i] = Toward(Real.Wide(old[i]), (Number)means[i] / count, share);
            next[i] = Real.Of<T>(means[i]);
        }
    }

    static Number Toward(Number old, Number now, double share) => share < 0.5 ? old + (now - old) * share : now - (now - old) * (1 - share);
}
