namespace TorchSharp.Interop;

/// <summary>Which element type of libtorch belongs to which type of .NET.</summary>
static class ElementTypes
{
    internal static torch.ScalarType Of<T>() => Of(typeof(T));

    internal static torch.ScalarType Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Single => torch.ScalarType.Float32,
        TypeCode.Double => torch.ScalarType.Float64,
        TypeCode.Int64 => torch.ScalarType.Int64,
        TypeCode.Int32 => torch.ScalarType.Int32,
        TypeCode.Int16 => torch.ScalarType.Int16,
        TypeCode.SByte => torch.ScalarType.Int8,
        TypeCode.Byte => torch.ScalarType.Byte,
        TypeCode.Boolean => torch.ScalarType.Bool,
        _ when type == typeof(Half) => torch.ScalarType.Float16,
        _ => throw new NotSupportedException($"the element type must be one that libtorch has: got {type}."),
    };

    internal static bool IsIntegral(this torch.ScalarType type) => type <= torch.ScalarType.Int64;

    internal static bool IsFloatingPoint(this torch.ScalarType type) =>
        type is torch.ScalarType.Float16 or torch.ScalarType.Float32 or torch.ScalarType.Float64 or torch.ScalarType.BFloat16;
}
