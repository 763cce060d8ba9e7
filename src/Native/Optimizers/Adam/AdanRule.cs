using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>
/// Adam with momentum of gradient differences; slots: the averages of the gradient, of the square and of the differences, and the negated
/// previous gradient.
/// </summary>
readonly struct AdanRule<T>(Adan spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    // The proximal form divides after the step instead.
    readonly DecayedGradient<T> decayed = new(spec, info, decays: spec.NoProximal);
    readonly bool starts = info.Step == 1, divides = !spec.NoProximal && spec.WeightDecay != 0;
    readonly T keep1 = Real.Of<T>(spec.Beta1), fresh1 = Real.Of<T>(1 - spec.Beta1), keep2 = Real.Of<T>(spec.Beta2),
        fresh2 = Real.Of<T>(1 - spec.Beta2);
    readonly T keep3 = Real.Of<T>(spec.Beta3), fresh3 = Real.Of<T>(1 - spec.Beta3), root = Real.Of<T>(Math.Sqrt(info.Correction(spec.Beta3)));
    readonly T along = Real.Of<T>(info.LearningRate / info.Correction(spec.Beta1)), epsilon = Real.Of<T>(spec.Epsilon);
    readonly T across = Real.Of<T>(info.LearningRate * spec.Beta2 / info.Correction(spec.Beta2));
    readonly T shrink = Real.Of<T>(1 + info.LearningRate * spec.WeightDecay);

    public static bool HasFourth => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), difference = starts ? g - g : old.Fourth + g, both = V.All(keep2) * difference + g;
        V mean = old.First * V.All(keep1) + V.All(fresh1) * g;
        V square = old.Second * V.All(keep3) + V.All(fresh3) * both * both;
        V change = old.Third * V.All(keep2) + V.All(fresh2) * difference;
        V divisor = V.Sqrt(square) / V.All(root) + V.All(epsilon);
        V parameter = decayed.Kept(old.Parameter) - V.All(along) * (mean / divisor) - V.All(across) * (change / divisor);
        return new(divides ? parameter / V.All(shrink) : parameter, mean, square, change, -g);
    }
}
