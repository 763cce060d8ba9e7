using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native.Memory;

/// <summary>Whether results are to be written over arguments, which are then still needed.</summary>
static class Shared
{
    public static bool With<T>(Evaluation<T> results, Operands<T> operands, Tensor<T>? cotangent) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (With(results.Value, operands, cotangent))
            return true;
        if (results.Gradients.IsEmpty)
            return false;
        // Gradients are by arguments, and to look for those is faster than to go through the table.
        for (int i = 0; i < operands.Names.Count; i++)
            if (results.Gradients.TryGetValue(operands.Names[i], out Tensor<T>? gradient) && With(gradient, operands, cotangent))
                return true;
        return false;
    }

    /// <remarks>A tensor that is not dense is refused later.</remarks>
    public static bool With<T>(Tensor<T> result, Operands<T> operands, Tensor<T>? cotangent) where T : unmanaged, IFloatingPointIeee754<T> =>
        result.IsDense && With(result.Flat(), operands, cotangent);

    static bool With<T>(ReadOnlySpan<T> result, Operands<T> operands, Tensor<T>? cotangent) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (Operand<T> operand in operands.All)
            if (!operand.IsIndices && With(result, operand.Numbers))
                return true;
        return cotangent is not null && With(result, cotangent);
    }

    // A strided argument is copied anyway, before anything is written.
    static bool With<T>(ReadOnlySpan<T> result, Tensor<T> argument) where T : unmanaged => argument.IsDense && result.Overlaps(argument.Flat());
}
