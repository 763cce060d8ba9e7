using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>Gradient descent; slot: the momentum buffer or velocity.</summary>
readonly struct SgdRule<T>(Sgd spec, StepInfo info) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly DecayedGradient<T> decayed = new(spec, info);
    readonly MomentumForm form = spec.Form;
    readonly bool plain = spec.Momentum == 0, nesterov = spec.Nesterov, starts = info.Step == 1;
    readonly T rate = Real.Of<T>(info.LearningRate), momentum = Real.Of<T>(spec.Momentum);
    readonly T fresh = Real.Of<T>(1 - (spec.Form == MomentumForm.Averaging ? spec.Momentum : spec.Dampening));

    // The parameter changes by a multiple of the momentum buffer.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Witness<V>(ElementState<V> next) where V : struct, ILanes<V, T> => next.Parameter;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ElementState<V> Next<V>(ElementState<V> old, V gradient) where V : struct, ILanes<V, T>
    {
        V g = decayed.Of(gradient, old.Parameter), rate = V.All(this.rate);
        if (plain)
            return new(old.Parameter - rate * g);
        V kept = V.All(momentum) * old.First;
        if (form == MomentumForm.Velocity)
        {
            V velocity = kept + rate * g;
            return new(old.Parameter - (nesterov ? V.All(momentum) * velocity + rate * g : velocity), velocity);
        }
        V buffer = starts && form == MomentumForm.Buffer ? g : kept + V.All(fresh) * g;
        V direction = nesterov ? g + V.All(momentum) * buffer : buffer;
        return new(old.Parameter - rate * direction, buffer);
    }
}
