using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary><c>S ← S + g²</c>; <c>θ ← θ − η/(1 + (t − 1)d)·g/(√S + ε)</c>; slot: S.</summary>
readonly struct AdagradRule<T>(Adagrad spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly bool inside = spec.Placement == EpsilonPlacement.Inside;
    readonly T rate = Real.Of<T>(info.LearningRate / (1 + (info.Step - 1) * spec.LearningRateDecay)), epsilon = Real.Of<T>(spec.Epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), sum = old.First + g * g, epsilon = V.All(this.epsilon);
        return new(old.Parameter - V.All(rate) * (g / (inside ? V.Sqrt(sum + epsilon) : V.Sqrt(sum) + epsilon)), sum);
    }
}
