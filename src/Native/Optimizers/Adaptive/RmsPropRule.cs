using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>
/// <c>s ← αs + (1 − α)g²</c>; <c>θ ← θ − η·g/(√s + ε)</c>, or a momentum buffer of such updates; slots: s, then the momentum buffer and
/// grad_avg if the spec has them.
/// </summary>
readonly struct RmsPropRule<T>(RmsProp spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly bool corrects = spec.BiasCorrection, centered = spec.Centered, buffered = spec.Momentum > 0;
    readonly bool inside = spec.Placement == EpsilonPlacement.Inside, velocity = spec.Form == MomentumForm.Velocity;
    readonly T rate = Real.Of<T>(info.LearningRate), momentum = Real.Of<T>(spec.Momentum), epsilon = Real.Of<T>(spec.Epsilon);
    readonly T keep = Real.Of<T>(spec.Alpha), fresh = Real.Of<T>(1 - spec.Alpha),
        correction = Real.Of<T>(spec.BiasCorrection ? info.Correction(spec.Alpha) : 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), keep = V.All(this.keep), fresh = V.All(this.fresh), rate = V.All(this.rate);
        V square = old.First * keep + fresh * g * g, mean = (buffered ? old.Third : old.Second) * keep + fresh * g;
        V second = corrects ? square / V.All(correction) : square, first = corrects ? mean / V.All(correction) : mean;
        V variance = centered ? second - first * first : second;
        V step = g / (inside ? V.Sqrt(variance + V.All(epsilon)) : V.Sqrt(variance) + V.All(epsilon));
        if (!buffered)
            return new(old.Parameter - rate * step, square, mean);
        V buffer = V.All(momentum) * old.Second + (velocity ? rate * step : step);
        return new(old.Parameter - (velocity ? buffer : rate * buffer), square, buffer, mean);
    }
}
