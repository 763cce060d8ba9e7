using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary><c>s ← ρs + (1 − ρ)g²</c>; <c>Δ = √(a + ε)/√(s + ε)·g</c>; <c>a ← ρa + (1 − ρ)Δ²</c>; <c>θ ← θ − ηΔ</c>; slots: s, a.</summary>
readonly struct AdadeltaRule<T>(Adadelta spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly T rate = Real.Of<T>(info.LearningRate), keep = Real.Of<T>(spec.Rho), fresh = Real.Of<T>(1 - spec.Rho),
        epsilon = Real.Of<T>(spec.Epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), keep = V.All(this.keep), fresh = V.All(this.fresh), epsilon = V.All(this.epsilon);
        V square = old.First * keep + fresh * g * g;
        V delta = V.Sqrt(old.Second + epsilon) / V.Sqrt(square + epsilon) * g;
        return new(old.Parameter - V.All(rate) * delta, square, old.Second * keep + fresh * delta * delta);
    }
}
