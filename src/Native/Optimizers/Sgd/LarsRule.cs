using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>LARS for a given trust ratio r: <c>b ← μb + ηr·d</c>; <c>θ ← θ − b</c>; slot: b.</summary>
readonly struct LarsRule<T>(Lars spec, double pace) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, default);
    readonly bool nesterov = spec.Nesterov;
    readonly T pace = Real.Of<T>(pace), momentum = Real.Of<T>(spec.Momentum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V move = V.All(pace) * decayed.Of(gradient, old.Parameter), buffer = V.All(momentum) * old.First + move;
        return new(old.Parameter - (nesterov ? move + V.All(momentum) * buffer : buffer), buffer);
    }
}
