using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Whether operations on the tensor are recorded so that gradients can be taken.</summary>
        public bool requires_grad
        {
            get => Shim.TensorRequiresGrad(Safe) != 0;
            set => Shim.Check(Shim.TensorSetRequiresGrad(Safe, value ? 1 : 0));
        }

        /// <summary>The gradient that an optimizer steps along, or null.</summary>
        public Tensor? grad
        {
            get
            {
                nint result;
                Shim.Check(Shim.TensorGrad(Safe, &result));
                return result == 0 ? null : new Tensor(result);
            }
            set
            {
                nint gradient = value?.Hold() ?? 0;
                try
                {
                    Shim.Check(Shim.TensorSetGrad(Safe, gradient));
                }
                finally
                {
                    value?.Release();
                }
            }
        }

        /// <summary>Sets <see cref="requires_grad"/> and returns the tensor itself.</summary>
        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }
    }
}
