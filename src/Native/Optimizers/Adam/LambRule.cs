using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>LAMB's update direction, written in place of the parameter: Adam's plus weight decay; slots: exp_avg, exp_avg_sq.</summary>
readonly struct LambRule<T>(Lamb spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly bool maximize = spec.Maximize, decays = spec.WeightDecay != 0;
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), keep2 = Real.Of<T>(spec.Beta2),
        fresh2 = Real.Of<T>(1 - spec.Beta2);
    readonly T first = Real.Of<T>(1 - Math.Pow(spec.Beta1, info.Step)), second = Real.Of<T>(Math.Sqrt(1 - Math.Pow(spec.Beta2, info.Step)));
    readonly T epsilon = Real.Of<T>(spec.Epsilon), decay = Real.Of<T>(spec.WeightDecay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = maximize ? -gradient : gradient;
        V mean = old.First * V.All(keep1) + V.All(fresh1) * g, square = old.Second * V.All(keep2) + V.All(fresh2) * g * g;
        V direction = mean / V.All(first) / (V.Sqrt(square) / V.All(second) + V.All(epsilon));
        return new(decays ? direction + V.All(decay) * old.Parameter : direction, mean, square);
    }
}
