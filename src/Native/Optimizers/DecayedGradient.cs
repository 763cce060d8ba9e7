using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>The start of every rule: <c>±g + λθ</c>, or, with decoupled weight decay, <c>±g</c> and <c>θ(1 − ηλ)</c>.</summary>
readonly struct DecayedGradient<T>(OptimizerSpec spec, StepInfo info, bool decays = true) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly bool maximize = spec.Maximize, couples = decays && spec.WeightDecay != 0 && !spec.DecouplesDecay,
        shrinks = decays && spec.WeightDecay != 0 && spec.DecouplesDecay;
    readonly T decay = Real.Of<T>(spec.WeightDecay), keep = Real.Of<T>(1 - spec.DecayTimes(info.LearningRate) * spec.WeightDecay);

    /// <summary>The gradient that the rule uses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V gradient, V parameter) where V : struct, ILanes<V, T>
    {
        V signed = Signed(gradient);
        return couples ? signed + V.All(decay) * parameter : signed;
    }

    /// <summary>The sign of the result of <see cref="Of"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V SignOf<V>(V decayed, V gradient, V parameter) where V : struct, ILanes<V, T> =>
        couples ? Sign<T>.Of(decayed, Signed(gradient), V.All(T.One), V.All(decay), parameter) : Sign<T>.Of(decayed);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    V Signed<V>(V gradient) where V : struct, ILanes<V, T> => maximize ? -gradient : gradient;

    /// <summary>The parameter before the update, decayed if weight decay is decoupled.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Kept<V>(V parameter) where V : struct, ILanes<V, T> => shrinks ? parameter * V.All(keep) : parameter;
}
