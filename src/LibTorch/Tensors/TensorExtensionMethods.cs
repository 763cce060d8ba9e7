namespace TorchSharp;

/// <summary>One-element tensors to numbers.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The only element as a number.</summary>
    public static double ToDouble(this torch.Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using torch.Tensor converted = value.to_type(torch.ScalarType.Float64);
        return converted.item<double>();
    }
}
