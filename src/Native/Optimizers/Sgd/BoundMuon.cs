using System.Numerics;
using ParityNet.Native.Memory;
using ParityNet.Native.Products;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Muon: computed in <c>double</c>, rounded once at the end.</summary>
sealed unsafe class BoundMuon<T>(Muon spec, Plan plan) : TensorOptimizer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override void Step(TensorStep<T> at)
    {
        int rows = (int)at.Lengths[0], columns = (int)at.Lengths[1];
        ReadOnlySpan<T> old = at.Slot("momentum_buffer"), g = at.Gradient, p = at.Parameter;
        Span<T> buffer = at.NextSlot("momentum_buffer"), next = at.NextParameter;
        var u = Fresh.Array<double>(g.Length);
        for (int i = 0; i < u.Length; i++)
        {
            Number derivative = Real.Wide(g[i]), mean = Between(Real.Wide(old[i]), derivative, 1 - spec.Momentum, spec.Momentum);
            buffer[i] = Real.Of<T>(mean);
            u[i] = spec.Nesterov ? Between(derivative, mean, spec.Momentum, 1 - spec.Momentum) : mean;
        }
        double[] nearly = rows > columns
            ? Transposed(Orthogonalized(Transposed(u, rows, columns), columns, rows), columns, rows)
            : Orthogonalized(u, rows, columns);
        double keep = 1 - at.Rate * spec.WeightDecay, rate = at.Rate * spec.RateFactor(rows, columns);
        for (int i = 0; i < nearly.Length; i++)
            next[i] = Real.Of<T>((Number)Real.Wide(p[i]) * keep - (Number)nearly[i] * rate);
    }

    double[] Orthogonalized(double[] u, int rows, int columns)
    {
        Number norm = Number.Max(Norms.Two<double>(u, plan), spec.Epsilon);
        double[] x = Array.ConvertAll(u, number => (double)(number / norm));
        for (int i = 0; i < spec.Iterations; i++)
        {
            double[] gram = Product(x, Transposed(x, rows, columns), rows, columns, rows), square = Product(gram, gram, rows, rows, rows);
            for (int k = 0; k < gram.Length; k++)
                gram[k] = (Number)gram[k] * spec.CoefficientB + (Number)square[k] * spec.CoefficientC;
            double[] rest = Product(gram, x, rows, rows, columns);
            for (int k = 0; k < x.Length; k++)
                x[k] = (Number)x[k] * spec.CoefficientA + rest[k];
        }
        return x;
    }

    double[] Product(double[] a, double[] b, int rows, int inner, int columns)
    {
        var product = Fresh.Array<double>(rows * columns);
        fixed (double* left = a, right = b, into = product)
            new MatrixProduct<double>
            {
                A = Strided<double>.OfRows(left, inner),
                B = Strided<double>.OfRows(right, columns),
                C = Strided<double>.OfRows(into, columns),
                Rows = rows,
                Inner = inner,
                Columns = columns,
            }.Run(plan);
        return product;
    }

    // Linear interpolation from the nearer end.
    static Number Between(Number a, Number b, double part, double rest) => part < 0.5 ? a + (b - a) * part : b - (b - a) * rest;

    static double[] Transposed(double[] matrix, int rows, int columns)
    {
        var turned = Fresh.Array<double>(matrix.Length);
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
                turned[c * rows + r] = matrix[r * columns + c];
        return turned;
    }
}
