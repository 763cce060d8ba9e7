using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>x where <c>x &gt; 0</c>, else x times its noise; derivative 1 or the noise.</summary>
readonly unsafe struct RReLUStep<T>(ActivationBuffers<T> at) : IStep<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationBuffers<T> at = at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, T>
    {
        V x = V.Load(in at.X[index]), noise = V.Load(in at.Weight[index]), positive = x > V.All(T.Zero);
        if (at.ByInput != null)
        {
            V derivative = V.Select(positive, V.All(T.One), noise);
            Elements<V, T, T>.Store(at.Cotangent == null ? derivative : derivative * V.Load(in at.Cotangent[index]), at.ByInput + index);
        }
        if (at.Value != null)
            Elements<V, T, T>.Store(V.Select(positive, x, noise * x), at.Value + index);
    }
}
