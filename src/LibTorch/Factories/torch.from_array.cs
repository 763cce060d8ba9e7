using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A tensor with the shape and a copy of the elements of a .NET array of any rank.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A tensor with the shape and a copy of the elements of a .NET array of any rank.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        ScalarType type = ElementTypes.Of(rawArray.GetType().GetElementType()!);
        long[] shape = [.. Enumerable.Range(0, rawArray.Rank).Select(rawArray.GetLongLength)];
        fixed (byte* data = &MemoryMarshal.GetArrayDataReference(rawArray))
            return FromMemory(data, type, shape, dtype, requires_grad);
    }

    static Tensor Copied<T>(ReadOnlySpan<T> data, ReadOnlySpan<long> shape, ScalarType? dtype, bool requires_grad)
        where T : unmanaged
    {
        long count = 1;
        foreach (long length in shape)
            count = checked(count * length);
        if (count != data.Length)
            throw new ArgumentException($"the array must fill the shape: expected {count} elements, got {data.Length}.");
        fixed (T* first = data)
            return FromMemory(first, ElementTypes.Of<T>(), shape, dtype, requires_grad);
    }

    static Tensor FromMemory(void* data, ScalarType type, ReadOnlySpan<long> shape, ScalarType? wanted, bool requires_grad)
    {
        bool converts = wanted is { } other && other != type;
        nint result;
        fixed (long* sizes = shape)
            Shim.Check(Shim.TensorFromMemory(data, (int)type, sizes, shape.Length, requires_grad && !converts ? 1 : 0, &result));
        Tensor tensor = new(result);
        return converts ? Marked(tensor.to_type(wanted!.Value, disposeAfter: true), requires_grad) : tensor;
    }

    static Tensor Marked(Tensor tensor, bool requires_grad) => requires_grad ? tensor.requires_grad_() : tensor;

    static T Given<T>(T? value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);
}
