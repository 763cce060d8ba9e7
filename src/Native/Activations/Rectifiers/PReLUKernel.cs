using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Channels;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>x where <c>x &gt; 0</c>, else w·x; d/dx is 1 or w, d/dw is the sum of 0 or x.</summary>
readonly unsafe struct PReLUKernel<T>(ActivationBuffers<T> at, ChannelNumbers weights) : IChannelStep, IChannelTerm
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationBuffers<T> at = at;
    readonly ChannelNumbers weights = weights;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index, nint position) where V : struct, ILanes<V, double>
    {
        V x = Elements<V, double, T>.Load(at.X + index), positive = x > V.All(0), w = weights.At<V>(position);
        if (at.ByInput != null)
            Elements<V, double, T>.Store(V.Select(positive, V.All(1), w) * Cotangent<V>(index), at.ByInput + index);
        if (at.Value != null)
            Elements<V, double, T>.Store(V.Select(positive, x, w * x), at.Value + index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index, nint position) where V : struct, ILanes<V, double>
    {
        V x = Elements<V, double, T>.Load(at.X + index);
        return V.Select(x > V.All(0), V.All(0), x * Cotangent<V>(index));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V Cotangent<V>(nint index) where V : struct, ILanes<V, double> =>
        at.Cotangent == null ? V.All(1) : Elements<V, double, T>.Load(at.Cotangent + index);
}
