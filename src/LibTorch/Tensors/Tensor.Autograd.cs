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

        /// <summary>Whether the tensor is no result of a recorded operation.</summary>
        public bool is_leaf => Shim.TensorIsLeaf(Safe) != 0;

        /// <summary>The gradient that <see cref="backward()"/> has accumulated, or null.</summary>
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

        /// <summary>Sets <see cref="requires_grad"/> and returns the tensor itself.</summary>
        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Accumulates the gradients of this one-element tensor into the leaves it was computed from.</summary>
        public void backward() => autograd.backward([this]);

        /// <summary>Accumulates the gradients of this tensor, weighted by <paramref name="grad_tensors"/>, into the leaves it was computed from.</summary>
        public void backward(IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.backward([this], grad_tensors, retain_graph, create_graph, inputs);
    }
}
