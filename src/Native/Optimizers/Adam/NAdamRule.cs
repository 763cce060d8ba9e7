using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>
/// Adam with a step along the gradient and one along its average; slots: exp_avg, exp_avg_sq, and mu_product.
/// </summary>
readonly struct NAdamRule<T>(NAdam spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly double product = info.Scalars![0] * spec.MomentumAt(info.Step);
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), keep2 = Real.Of<T>(spec.Beta2),
        fresh2 = Real.Of<T>(1 - spec.Beta2);
    readonly T along = Real.Of<T>(info.LearningRate * (1 - spec.MomentumAt(info.Step)) / (1 - info.Scalars![0] * spec.MomentumAt(info.Step)));
    readonly T ahead = Real.Of<T>(
        info.LearningRate * spec.MomentumAt(info.Step + 1) / (1 - info.Scalars![0] * spec.MomentumAt(info.Step) * spec.MomentumAt(info.Step + 1)));
    readonly T correction = Real.Of<T>(info.Correction(spec.Beta2)), epsilon = Real.Of<T>(spec.Epsilon);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), mean = old.First * V.All(keep1) + V.All(fresh1) * g;
        V square = old.Second * V.All(keep2) + V.All(fresh2) * g * g;
        V divisor = V.Sqrt(square / V.All(correction)) + V.All(epsilon);
        V parameter = decayed.Kept(old.Parameter) - V.All(along) * (g / divisor);
        return new(parameter - V.All(ahead) * (mean / divisor), mean, square);
    }

    public double NextScalar(int index) => product;
}
