using System.Numerics;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Tests.Simd;

static class Functions
{
    /// <summary>The widths that add in the same order.</summary>
    public static VectorWidth[] Widths => [.. Enum.GetValues<VectorWidth>().Where(width => width != VectorWidth.Wide)];

    public static TheoryData<ElementaryFunction> All => [.. Enum.GetValues<ElementaryFunction>()];

    public static T[] Apply<T>(ElementaryFunction function, ReadOnlySpan<T> x, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var y = new T[x.Length];
        ElementaryFunctions.Apply(function, x, y, plan);
        return y;
    }

    /// <summary>The bits, every NaN alike.</summary>
    public static ulong Bits<T>(T value) where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(value)
        ? ulong.MaxValue
        : BitConverter.DoubleToUInt64Bits(double.CreateChecked(value));

    public static ulong[] Bits<T>(T[] values) where T : unmanaged, IFloatingPointIeee754<T> => Array.ConvertAll(values, Bits);
}
