using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>
/// Steps along the sign of the gradient; an element's step size grows while its gradient keeps its sign and shrinks on a sign change;
/// slots: the previous gradient, the step size.
/// </summary>
/// <remarks>Compares signs; libtorch's product of the two gradients underflows where both are small.</remarks>
readonly struct RpropRule<T>(Rprop spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly T shrink = Real.Of<T>(spec.EtaMinus), grow = Real.Of<T>(spec.EtaPlus);
    readonly T smallest = Real.Of<T>(spec.SmallestStep), largest = Real.Of<T>(spec.LargestStep);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), sign = decayed.SignOf(g, gradient, old.Parameter), zero = V.All(T.Zero),
            turn = sign * Sign<T>.Of(old.First), turns = turn < zero;
        V factor = V.Select(turn > zero, V.All(grow), V.Select(turns, V.All(shrink), V.All(T.One)));
        V size = V.Clamp(old.Second * factor, smallest, largest);
        return new(decayed.Kept(old.Parameter) - V.AndNot(sign, turns) * size, V.AndNot(g, turns), size);
    }
}
