using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Adam times r if ρ &gt; κ, else only the bias-corrected mean; slots: exp_avg, exp_avg_sq.</summary>
readonly struct RAdamRule<T> : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed;
    readonly bool rectifies;
    readonly T keep1, fresh1, keep2, fresh2, epsilon, size;

    public RAdamRule(RAdam spec, StepInfo info)
    {
        decayed = new(spec, info);
        (keep1, fresh1, keep2, fresh2) = (Real.Of<T>(spec.Beta1), Real.Of<T>(1 - spec.Beta1), Real.Of<T>(spec.Beta2), Real.Of<T>(1 - spec.Beta2));
        double first = info.Correction(spec.Beta1), second = info.Correction(spec.Beta2);
        double limit = 2 / (1 - spec.Beta2) - 1, rho = limit - 2.0 * info.Step * Math.Pow(spec.Beta2, info.Step) / second;
        rectifies = rho > spec.Threshold;
        double share = rectifies ? Math.Sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho)) * Math.Sqrt(second) : 1;
        (epsilon, size) = (Real.Of<T>(spec.Epsilon), Real.Of<T>(info.LearningRate / first * share));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), mean = old.First * V.All(keep1) + V.All(fresh1) * g;
        V square = old.Second * V.All(keep2) + V.All(fresh2) * g * g;
        V direction = rectifies ? mean / (V.Sqrt(square) + V.All(epsilon)) : mean;
        return new(decayed.Kept(old.Parameter) - V.All(size) * direction, mean, square);
    }
}
