using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native.Tests;

/// <summary>Comparison to the last bit; one NaN is as good as another.</summary>
static class Bits
{
    public static void Same<T>(Tensor<T> expected, Tensor<T> actual) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Lengths.ToArray(), actual.Lengths.ToArray());
        Same(expected.Flat(), actual.Flat());
    }

    public static void Same<T>(ReadOnlySpan<T> expected, ReadOnlySpan<T> actual) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            if (Of(expected[i]) != Of(actual[i]))
                Assert.Fail($"element {i} must have the same bits: expected {expected[i]:R} ({Of(expected[i]):X}), got {actual[i]:R} ({Of(actual[i]):X}).");
    }

    public static void Same<T>(Evaluation<T> expected, Evaluation<T> actual) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Same(expected.Value, actual.Value);
        Assert.Equal(expected.Gradients.Keys.Order(), actual.Gradients.Keys.Order());
        foreach ((string name, Tensor<T> gradient) in expected.Gradients)
            Same(gradient, actual.Gradients[name]);
    }

    /// <summary>Copies of arguments, to compare with after they were used.</summary>
    public static Dictionary<string, T[]> Of<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> =>
        operands.Names.Where(name => !operands[name].IsIndices).ToDictionary(name => name, name => operands[name].Numbers.Flat().ToArray());

    static ulong Of<T>(T value) where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(value)
        ? ulong.MaxValue
        : typeof(T) == typeof(float) ? BitConverter.SingleToUInt32Bits(float.CreateTruncating(value)) : BitConverter.DoubleToUInt64Bits(double.CreateTruncating(value));
}
