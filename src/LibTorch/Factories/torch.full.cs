using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The same value everywhere, in the shape of another tensor.</summary>
    public static Tensor full_like(Tensor input, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Marked(Aten.full_like.Call(input, value, dtype), requires_grad);

    /// <summary>The numbers from 0 up to, and without, <paramref name="stop"/>.</summary>
    public static Tensor arange(Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(0, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from <paramref name="start"/> up to, and without, <paramref name="stop"/>.</summary>
    public static Tensor arange(Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        arange(start, stop, 1, dtype, device, requires_grad);

    /// <summary>The numbers from <paramref name="start"/> up to, and without, <paramref name="stop"/>, by steps.</summary>
    public static Tensor arange(Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Marked(Aten.arange_start_step.Call(start, stop, step, dtype ?? Natural(start, stop, step)), requires_grad);

    static ScalarType Natural(params ReadOnlySpan<Scalar> values)
    {
        foreach (Scalar value in values)
            if (!Given(value).Type.IsIntegral())
                return ScalarType.Float32;
        return ScalarType.Int64;
    }
}
