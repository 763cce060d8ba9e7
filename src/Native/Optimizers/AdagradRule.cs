using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary><c>S ← S + g²</c>; <c>θ ← θ − η/(1 + (t − 1)d)·g/(√S + ε)</c>; slot: S.</summary>
readonly struct AdagradRule<T>(Adagrad spec, Moment moment) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Pull<T> pull = new(spec, moment);
    readonly bool inside = spec.Placement == EpsilonPlacement.Inside;
    readonly T rate = Real.Of<T>(moment.LearningRate / (1 + (moment.Step - 1) * spec.LearningRateDecay)), epsilon = Real.Of<T>(spec.Epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell<V> Next<V>(Cell<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = pull.Of(gradient, old.Parameter), sum = old.First + g * g, epsilon = V.All(this.epsilon);
        return new(old.Parameter - V.All(rate) * (g / (inside ? V.Sqrt(sum + epsilon) : V.Sqrt(sum) + epsilon)), sum);
    }
}
