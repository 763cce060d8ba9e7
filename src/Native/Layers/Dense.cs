using System.Numerics;
using ParityNet.Native.Channels;
using ParityNet.Native.Memory;
using ParityNet.Native.Products;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>A dense layer: <c>z = x·Wᵀ + b</c> with W of shape <c>[outputs, inputs]</c>, and its gradients.</summary>
readonly unsafe struct Dense<T>(nint inputs, nint outputs, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
{
    public T[] Forward(ReadOnlySpan<T> x, ReadOnlySpan<T> weight, ReadOnlySpan<T> bias, nint rows)
    {
        var z = Fresh.Array<T>(rows * outputs);
        fixed (T* a = x, w = weight, b = bias, c = z)
            (MatrixProduct<T>.Of(a, w, c, rows, inputs, outputs, turnsB: true) with { Bias = b }).Run(plan);
        return z;
    }

    /// <summary>∂/∂W, which is <c>dzᵀ·x</c>.</summary>
    public T[] ByWeight(ReadOnlySpan<T> dz, ReadOnlySpan<T> x, nint rows)
    {
        var gradient = Fresh.Array<T>(outputs * inputs);
        fixed (T* d = dz, b = x, c = gradient)
            MatrixProduct<T>.Of(d, b, c, outputs, rows, inputs, turnsA: true).Run(plan);
        return gradient;
    }

    /// <summary>∂/∂x, which is <c>dz·W</c>.</summary>
    public T[] ByInput(ReadOnlySpan<T> dz, ReadOnlySpan<T> weight, nint rows)
    {
        var gradient = Fresh.Array<T>(rows * inputs);
        fixed (T* d = dz, w = weight, c = gradient)
            MatrixProduct<T>.Of(d, w, c, rows, outputs, inputs).Run(plan);
        return gradient;
    }

    /// <summary>∂/∂b, the sums of dz by output; of all of dz for a single bias.</summary>
    public T[] ByBias(ReadOnlySpan<T> dz, bool isShared)
    {
        nint biases = isShared ? 1 : outputs;
        fixed (T* d = dz)
            return Real.Of<T>(ChannelSums.Run(new ColumnTerm<T>(d), new(biases == 0 ? 0 : dz.Length / biases, biases, 1), plan));
    }
}
