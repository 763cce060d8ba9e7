using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A tensor with one dimension that holds a copy of the array.</summary>
    public static Tensor tensor(bool[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Given(rawArray), [rawArray.LongLength], dtype, requires_grad);

    /// <summary>A tensor with one dimension that holds a copy of the array.</summary>
    public static Tensor tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Given(rawArray), [rawArray.LongLength], dtype, requires_grad);

    /// <summary>A tensor of the given shape that holds a copy of the array, in row-major order.</summary>
    public static Tensor tensor(long[] dataArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Given(dataArray), dimensions, dtype, requires_grad);

    /// <summary>A one-element tensor without dimensions.</summary>
    public static Tensor tensor(float scalar, Device? device = null, bool requires_grad = false) =>
        Copied([scalar], [], null, requires_grad);

    /// <summary>A tensor with one dimension that holds a copy of the array.</summary>
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Given(rawArray), [rawArray.LongLength], dtype, requires_grad);

    /// <summary>A tensor of the given shape that holds a copy of the array, in row-major order.</summary>
    public static Tensor tensor(float[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Given(rawArray), dimensions, dtype, requires_grad);

    /// <summary>A one-element tensor without dimensions.</summary>
    public static Tensor tensor(double scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Copied([scalar], [], dtype, requires_grad);

    /// <summary>A tensor with one dimension that holds a copy of the array.</summary>
    public static Tensor tensor(double[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Given(rawArray), [rawArray.LongLength], dtype, requires_grad);

    /// <summary>A tensor of the given shape that holds a copy of the array, in row-major order.</summary>
    public static Tensor tensor(double[] rawArray, ReadOnlySpan<long> dimensions, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Copied(Given(rawArray), dimensions, dtype, requires_grad);

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
