using System.Numerics;
using ParityNet.Native.Memory;
using ParityNet.Native.Products;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Muon: matrix products in the element type; everything between them in <c>double</c>, rounded once.</summary>
sealed unsafe class BoundMuon<T>(Muon spec, Plan plan) : TensorOptimizer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Step(TensorStep<T> at)
    {
        nint rows = at.Lengths[0], columns = at.Lengths[1];
        int count = at.Gradient.Length;
        T[] u = Fresh.Array<T>(count);
        fixed (T* p = at.Parameter, g = at.Gradient, b = at.Slot("momentum_buffer"), x = u)
        fixed (T* np = at.NextParameter, nb = at.NextSlot("momentum_buffer"))
        {
            Blocks.Run<double, MuonMomentum<T>>(new(spec, g, b, nb, x), count, plan);
            T* nearly = Orthogonalized(x, rows, columns);
            double keep = 1 - at.Rate * spec.WeightDecay, rate = at.Rate * spec.RateFactor((int)rows, (int)columns);
            Blocks.Run<double, LinearCombination<T>>(new(p, nearly, np, keep, -rate), count, plan);
        }
    }

    // In place, by the shorter side.
    T* Orthogonalized(T* x, nint rows, nint columns)
    {
        nint count = rows * columns, side = Math.Min(rows, columns);
        Number norm = Number.Max(Norms.Two<T>(new(x, (int)count), plan), spec.Epsilon);
        if (!norm.IsPlain && !plan.IsWide)
            Beyond.Leave();
        Blocks.Run<double, Quotient<T>>(new(x, norm), count, plan);
        Strided<T> all = Strided<T>.OfRows(x, columns);
        fixed (T* gram = Fresh.Array<T>(side * side), square = Fresh.Array<T>(side * side), rest = Fresh.Array<T>(count))
            for (int i = 0; i < spec.Iterations; i++)
            {
                Strided<T> wide = rows > columns ? all.Turned : all, g = Strided<T>.OfRows(gram, side), s = Strided<T>.OfRows(square, side);
                Strided<T> r = Strided<T>.OfRows(rest, columns);
                Multiply(wide, wide.Turned, g, side, Math.Max(rows, columns), side);
                Multiply(g, g, s, side, side, side);
                Blocks.Run<double, LinearCombination<T>>(new(gram, square, gram, spec.CoefficientB, spec.CoefficientC), side * side, plan);
                Multiply(g, wide, rows > columns ? r.Turned : r, side, side, Math.Max(rows, columns));
                Blocks.Run<double, LinearCombination<T>>(new(x, rest, x, spec.CoefficientA, 1), count, plan);
            }
        return x;
    }

    void Multiply(Strided<T> a, Strided<T> b, Strided<T> into, nint rows, nint inner, nint columns) =>
        new MatrixProduct<T> { A = a, B = b, C = into, Rows = rows, Inner = inner, Columns = columns }.Run(plan);
}
