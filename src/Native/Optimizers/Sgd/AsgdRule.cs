using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>
/// Averaged gradient descent; slots: the step size eta and the weight mu of the newest parameter in the average, both scalar, and the
/// average ax.
/// </summary>
readonly struct AsgdRule<T>(Asgd spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly double nextSize = spec.SizeAfter(info.Step, info.LearningRate), nextWeight = spec.WeightAfter(info.Step);
    readonly bool follows = info.Scalars![1] == 1;
    readonly T size = Real.Of<T>(info.Scalars[0]), weight = Real.Of<T>(info.Scalars[1]), keep = Real.Of<T>(1 - spec.Decay * info.Scalars[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V parameter = old.Parameter * V.All(keep) - V.All(size) * decayed.Of(gradient, old.Parameter);
        return new(parameter, follows ? parameter : old.First + V.All(weight) * (parameter - old.First));
    }

    public double NextScalar(int index) => index == 0 ? nextSize : nextWeight;
}
