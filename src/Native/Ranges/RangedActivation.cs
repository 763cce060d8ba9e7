using System.Numerics;
using ParityNet.Activations;

namespace ParityNet.Native.Ranges;

/// <summary>An activation whose results are finite wherever the exact results are within the range.</summary>
sealed class RangedActivation<T>(IActivation<T> usual, Func<IActivation<T>> bind, int threads) : RangedFunction<T>(usual, bind, threads),
    IActivation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public ActivationSpec Spec => usual.Spec;
}
