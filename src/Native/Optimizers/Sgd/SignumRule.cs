using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary><c>b ← μb + (1 − μ)g</c>; <c>θ ← θ(1 − ηλ) − η·sign(b)</c>; slot: b, with momentum.</summary>
readonly struct SignumRule<T>(Signum spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly bool plain = spec.Momentum == 0;
    readonly T rate = Real.Of<T>(info.LearningRate), keep = Real.Of<T>(spec.Momentum), fresh = Real.Of<T>(1 - spec.Momentum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), keep = V.All(this.keep), fresh = V.All(this.fresh),
            buffer = plain ? g : old.First * keep + fresh * g;
        V sign = plain ? Sign<T>.Of(g) : Sign<T>.Of(buffer, old.First, keep, fresh, g);
        return new(decayed.Kept(old.Parameter) - V.All(rate) * sign, buffer);
    }
}
