using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>
/// Steps by the sign of the gradient, whose sizes grow while the sign stays and shrink when it turns; slots: the gradient before, step
/// size.
/// </summary>
/// <remarks>Signs are compared; libtorch's product of the gradients vanishes where both are small.</remarks>
readonly struct RpropRule<T>(Rprop spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly T shrink = Real.Of<T>(spec.EtaMinus), grow = Real.Of<T>(spec.EtaPlus);
    readonly T smallest = Real.Of<T>(spec.SmallestStep), largest = Real.Of<T>(spec.LargestStep);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), sign = decayed.SignOf(g, gradient, old.Parameter), zero = V.All(T.Zero), turn = sign * Sign<T>.Of(old.First), turns = turn < zero;
        V factor = V.Select(turn > zero, V.All(grow), V.Select(turns, V.All(shrink), V.All(T.One)));
        V size = V.Clamp(old.Second * factor, smallest, largest);
        return new(decayed.Kept(old.Parameter) - V.AndNot(sign, turns) * size, V.AndNot(g, turns), size);
    }
}
