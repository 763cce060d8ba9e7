using System.Numerics;

namespace ParityNet.Torch;

sealed class TorchActivation<T>(ActivationSpec spec)
    : TorchFunction<T>(spec, TorchBackend.ForwardOf(spec)), IActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public ActivationSpec Spec { get; } = spec;
}
