using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>Computes again, with numbers that have an exponent of their own, what was not finite although its arguments are.</summary>
static class Again
{
    /// <summary>The result of <paramref name="wide"/>, a computation over <see cref="Wide{T}"/>, in numbers that memory can hold.</summary>
    public static R Run<R>(Func<R> wide, Func<R, R> round)
    {
        Beyond.Open();
        try
        {
            return round(wide());
        }
        finally
        {
            Beyond.Close();
            Beyond.TakeLeft();
        }
    }

    public static bool IsFinite<T>(ReadOnlySpan<T> numbers) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (T number in numbers)
            if (!T.IsFinite(number))
                return false;
        return true;
    }

    public static bool IsFinite<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> =>
        operands.Names.All(name => operands[name].IsIndices || IsFinite(operands[name].Numbers));

    public static bool IsFinite<T>(Tensor<T>? tensor) where T : unmanaged, IFloatingPointIeee754<T> => tensor is null || IsFinite(tensor.Flat());

    public static bool AreFinite<T>(IEnumerable<Tensor<T>> tensors) where T : unmanaged, IFloatingPointIeee754<T> => tensors.All(IsFinite);

    public static Evaluation<T> Rounded<T>(Evaluation<T> evaluation) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Rounded(evaluation.Value);
        Round(evaluation.Gradients.Values);
        return evaluation;
    }

    public static Tensor<T> Rounded<T>(Tensor<T> tensor) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Round(tensor.FlatForWriting());
        return tensor;
    }

    public static void Round<T>(IEnumerable<Tensor<T>> tensors) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (Tensor<T> tensor in tensors)
            Rounded(tensor);
    }

    /// <summary>Rounds numbers that are kept beside memory to those that it can hold.</summary>
    public static void Round<T>(Span<T> numbers) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < numbers.Length; i++)
            if (T.IsNaN(numbers[i]))
                numbers[i] = Beyond.Read(numbers[i]).Rounded;
    }
}
