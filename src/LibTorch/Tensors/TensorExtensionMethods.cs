namespace TorchSharp;

/// <summary>One-element tensors to numbers.</summary>
public static class TensorExtensionMethods
{
    /// <summary>The only element as a number.</summary>
    public static double ToDouble(this torch.Tensor value) => Converted<double>(value);

    /// <summary>The only element as a number.</summary>
    public static float ToSingle(this torch.Tensor value) => Converted<float>(value);

    /// <summary>The only element as an integer.</summary>
    public static long ToInt64(this torch.Tensor value) => Converted<long>(value);

    /// <summary>The only element as an integer.</summary>
    public static int ToInt32(this torch.Tensor value) => Converted<int>(value);

    /// <summary>Whether the only element is not 0.</summary>
    public static bool ToBoolean(this torch.Tensor value) => Converted<bool>(value);

    static T Converted<T>(torch.Tensor value)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(value);
        using torch.Tensor converted = value.to_type(Interop.ElementTypes.Of<T>());
        return converted.item<T>();
    }
}
