using System.Numerics;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Models;

/// <summary>A dense layer: <c>z = x·Wᵀ + b</c> with W of shape <c>[outputs, inputs]</c>, and its gradients.</summary>
readonly unsafe struct Dense<T>(int inputs, int outputs, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
{
    public T[] Forward(ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, nint rows)
    {
        var z = Fresh.Array<T>(rows * outputs);
        fixed (T* a = x, b = Turned(weight), start = bias, c = z)
            new MatrixProduct<T>
            {
                A = a,
                B = b,
                Bias = start,
                C = c,
                Rows = rows,
                Inner = inputs,
                Columns = outputs,
                RowStep = inputs,
                ColumnStep = 1,
            }.Run(plan);
        return z;
    }

    /// <summary>∂/∂W, which is <c>dzᵀ·x</c>.</summary>
    public T[] ByWeight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, nint rows)
    {
        var gradient = Fresh.Array<T>(outputs * inputs);
        fixed (T* a = dz, b = x, c = gradient)
            new MatrixProduct<T> { A = a, B = b, C = c, Rows = outputs, Inner = rows, Columns = inputs, RowStep = 1, ColumnStep = outputs }.Run(plan);
        return gradient;
    }

    /// <summary>∂/∂b, the column sums of dz.</summary>
    public T[] ByBias(ReadOnlySpan<T> dz, nint rows)
    {
        var gradient = Fresh.Array<T>(outputs);
        T one = T.One;
        fixed (T* b = dz, c = gradient)
            new MatrixProduct<T> { A = &one, B = b, C = c, Rows = 1, Inner = rows, Columns = outputs }.Run(plan);
        return gradient;
    }

    /// <summary>∂/∂x, which is <c>dz·W</c>.</summary>
    public T[] ByInput(ReadOnlySpan<T> dz, ReadOnlySpan<T> weight, nint rows)
    {
        var gradient = Fresh.Array<T>(rows * inputs);
        fixed (T* a = dz, b = weight, c = gradient)
            new MatrixProduct<T> { A = a, B = b, C = c, Rows = rows, Inner = outputs, Columns = inputs, RowStep = outputs, ColumnStep = 1 }.Run(plan);
        return gradient;
    }

    T[] Turned(ReadOnlySpan<T> weight)
    {
        var turned = Fresh.Array<T>(weight.Length);
        for (int i = 0; i < outputs; i++)
            for (int j = 0; j < inputs; j++)
                turned[j * outputs + i] = weight[i * inputs + j];
        return turned;
    }
}
