using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>A tensor that an optimizer trains.</summary>
public class Parameter : torch.Tensor
{
    /// <summary>Takes the elements of a tensor over; the tensor itself is then invalid.</summary>
    /// <param name="data">The elements; must be a leaf.</param>
    /// <param name="requires_grad">Whether gradients are taken.</param>
    public Parameter(torch.Tensor data, bool requires_grad = true)
        : base(Take(data, requires_grad, out DisposeScope? scope)) => scope?.Register(this);

    static TensorHandle Take(torch.Tensor data, bool requires_grad, out DisposeScope? scope)
    {
        ArgumentNullException.ThrowIfNull(data);
        scope = data.OwningDisposeScope;
        return data.requires_grad_(requires_grad).MoveHandle();
    }
}
