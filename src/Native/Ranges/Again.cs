using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>Recomputes, with extended-range numbers, results that are not finite although their arguments are.</summary>
static class Again
{
    /// <summary>
    /// The result of <paramref name="wide"/>, a computation over <see cref="Wide{T}"/>, rounded to the range of the element type.
    /// </summary>
    public static R Run<R>(Func<R> wide, Func<R, R> round)
    {
        using Beyond.Keeping keeping = Beyond.Open();
        return round(wide());
    }

    /// <summary>Whether a result that is not finite may come from an overflow or underflow of an intermediate result.</summary>
    /// <remarks>An infinity or NaN among the arguments explains it, unless another argument is close to the limits of the range.</remarks>
    public static bool IsDue<T>(IEnumerable<Tensor<T>> arguments) where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool finite = true, far = false;
        foreach (Tensor<T> argument in arguments)
            Look(argument.Flat(), ref finite, ref far);
        return finite || far;
    }

    /// <summary>Whether some element of a result is infinite or NaN.</summary>
    public static bool Ended<T>(Evaluation<T> evaluation, int threads) where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool ended = Ended(evaluation.Value, threads);
        foreach (var (_, gradient) in evaluation.Gradients)
            ended |= Ended(gradient, threads);
        return ended;
    }

    public static bool Ended<T>(Tensor<T> tensor, int threads) where T : unmanaged, IFloatingPointIeee754<T> => Ended<T>(tensor.Flat(), threads);

    public static bool Ended<T>(ReadOnlySpan<T> numbers, int threads) where T : unmanaged, IFloatingPointIeee754<T> =>
        threads == 1 || Blocks.Chunks(numbers.Length) < Blocks.WorthThreads ? Ended(numbers) : EndedOnThreads(numbers, threads);

    static unsafe bool EndedOnThreads<T>(ReadOnlySpan<T> numbers, int threads) where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool before = Beyond.TakeLeft();
        fixed (T* from = numbers)
            Workers.Run(new InChunks<T>(from, numbers.Length), Blocks.Chunks(numbers.Length), threads);
        bool ended = Beyond.TakeLeft();
        if (before)
            Beyond.Leave();
        return ended;
    }

    readonly unsafe struct InChunks<T>(T* numbers, int length) : IParts where T : unmanaged, IFloatingPointIeee754<T>
    {
        readonly T* numbers = numbers;
        readonly int length = length;

        public void Run(int part)
        {
            if (Ended(new ReadOnlySpan<T>(numbers + (nint)part * Blocks.Chunk, Math.Min(Blocks.Chunk, length - part * Blocks.Chunk))))
                Beyond.Leave();
        }
    }

    // a − a is 0 for finite a and NaN for infinities and NaN; a sum with NaN stays NaN.
    static bool Ended<T>(ReadOnlySpan<T> numbers) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ref T first = ref MemoryMarshal.GetReference(numbers);
        Vector512<T> one = Vector512<T>.Zero, two = one, three = one, four = one;
        int width = Vector512<T>.Count, i = 0;
        for (; i <= numbers.Length - 4 * width; i += 4 * width)
        {
            Vector512<T> a = Vector512.LoadUnsafe(ref first, (nuint)i), b = Vector512.LoadUnsafe(ref first, (nuint)(i + width));
            Vector512<T> c = Vector512.LoadUnsafe(ref first, (nuint)(i + 2 * width)), d = Vector512.LoadUnsafe(ref first, (nuint)(i + 3 * width));
            one += a - a;
            two += b - b;
            three += c - c;
            four += d - d;
        }
        T rest = Vector512.Sum(one + two + (three + four));
        for (; i < numbers.Length; i++)
            rest += numbers[i] - numbers[i];
        return !T.IsZero(rest);
    }

    /// <summary>The same for spans.</summary>
    public static bool IsDue<T>(ReadOnlySpan<T> first, ReadOnlySpan<T> second) where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool finite = true, far = false;
        Look(first, ref finite, ref far);
        Look(second, ref finite, ref far);
        return finite || far;
    }

    public static IEnumerable<Tensor<T>> Numbers<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> =>
        operands.Names.Select(name => operands[name]).Where(operand => !operand.IsIndices).Select(operand => operand.Numbers);

    /// <summary>Clears <paramref name="finite"/> if a number is not finite; sets <paramref name="far"/> if one is far from 1.</summary>
    public static void Look<T>(ReadOnlySpan<T> numbers, ref bool finite, ref bool far) where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Beyond the square roots of the largest and the smallest normal number.
        int root = typeof(T) == typeof(float) ? 63 : 511;
        foreach (T number in numbers)
            if (!T.IsFinite(number))
                finite = false;
            else if (!T.IsZero(number) && Math.Abs(T.ILogB(number)) >= root)
                far = true;
    }

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

    /// <summary>Replaces boxed numbers by the nearest values of the element type.</summary>
    public static void Round<T>(Span<T> numbers) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < numbers.Length; i++)
            if (T.IsNaN(numbers[i]))
                numbers[i] = Beyond.Read(numbers[i]).Rounded;
    }
}
