using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>What Adam and AdamW share: <c>m ← β₁m + (1 − β₁)g</c>; <c>v ← β₂v + (1 − β₂)g²</c>; <c>θ ← θ − η/(1 − β₁ᵗ)·m/(√v/√(1 − β₂ᵗ) + ε)</c>.</summary>
readonly struct AdamStep<T>(double beta1, double beta2, double epsilon, bool amsGrad, Moment moment) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly bool amsGrad = amsGrad;
    readonly T keep1 = Real.Of<T>(beta1), fresh1 = Real.Of<T>(1 - beta1), keep2 = Real.Of<T>(beta2), fresh2 = Real.Of<T>(1 - beta2);
    readonly T size = Real.Of<T>(moment.LearningRate / (1 - Math.Pow(beta1, moment.Step)));
    readonly T correction = Real.Of<T>(Math.Sqrt(1 - Math.Pow(beta2, moment.Step))), epsilon = Real.Of<T>(epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell<V> Next<V>(Cell<V> old, V parameter, V g) where V : struct, ILanes<V, T>
    {
        V mean = old.First * V.All(keep1) + V.All(fresh1) * g;
        V square = old.Second * V.All(keep2) + V.All(fresh2) * g * g;
        V greatest = amsGrad ? V.Max(old.Third, square) : square;
        V divisor = V.Sqrt(greatest) / V.All(correction) + V.All(epsilon);
        return new(parameter - V.All(size) * (mean / divisor), mean, square, greatest);
    }
}
