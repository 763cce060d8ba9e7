using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Gradient descent and its average; slots: size of the step and weight of the newest in the average, both of one number, and the average.</summary>
readonly struct AsgdRule<T>(Asgd spec, Moment moment) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Pull<T> pull = new(spec, moment);
    readonly double nextSize = spec.SizeAfter(moment.Step, moment.LearningRate), nextWeight = spec.WeightAfter(moment.Step);
    readonly bool follows = moment.Scalars![1] == 1;
    readonly T size = Real.Of<T>(moment.Scalars[0]), weight = Real.Of<T>(moment.Scalars[1]), keep = Real.Of<T>(1 - spec.Decay * moment.Scalars[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell<V> Next<V>(Cell<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V parameter = old.Parameter * V.All(keep) - V.All(size) * pull.Of(gradient, old.Parameter);
        return new(parameter, follows ? parameter : old.First + V.All(weight) * (parameter - old.First));
    }

    public double NextScalar(int index) => index == 0 ? nextSize : nextWeight;
}
