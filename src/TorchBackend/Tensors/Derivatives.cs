namespace ParityNet.Torch;

/// <summary>Gradients by autograd.</summary>
static class Derivatives
{
    // torch.autograd.grad of TorchSharp 0.107 ends the process where libtorch refuses.
    /// <summary>The gradients of a value with respect to leaves that have none yet.</summary>
    /// <param name="value">The value.</param>
    /// <param name="by">The leaves.</param>
    /// <param name="cotangent">The incoming gradient; ones by default.</param>
    /// <returns>One gradient per leaf.</returns>
    public static Tensor[] Of(Tensor value, Tensor[] by, Tensor? cotangent = null)
    {
        if (by.Length > 0)
            torch.autograd.backward([value], [cotangent ?? torch.ones_like(value)]);
        return [.. by.Select(leaf =>
            leaf.grad ?? throw new InvalidOperationException(
            "A gradient must reach every argument that is asked for: expected a tensor, got none."))];
    }
}
