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
        switch (function)
        {
            case ElementaryFunction.Exp: Maps.Apply<T, Exp>(x, y, plan); break;
            case ElementaryFunction.Expm1: Maps.Apply<T, Expm1>(x, y, plan); break;
            case ElementaryFunction.Log: Maps.Apply<T, Log>(x, y, plan); break;
            case ElementaryFunction.Log1p: Maps.Apply<T, Log1p>(x, y, plan); break;
            case ElementaryFunction.Tanh: Maps.Apply<T, Tanh>(x, y, plan); break;
            case ElementaryFunction.Sigmoid: Maps.Apply<T, Sigmoid>(x, y, plan); break;
            case ElementaryFunction.Softplus: Maps.Apply<T, Softplus>(x, y, plan); break;
            case ElementaryFunction.LogSigmoid: Maps.Apply<T, LogSigmoid>(x, y, plan); break;
            case ElementaryFunction.Erf: Maps.Apply<T, Erf>(x, y, plan); break;
            case ElementaryFunction.NormalCdf: Maps.Apply<T, NormalCdf>(x, y, plan); break;
            default: Maps.Apply<T, NormalPdf>(x, y, plan); break;
        }
        return y;
    }

    /// <summary>The bits, every NaN alike.</summary>
    public static ulong Bits<T>(T value) where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(value)
        ? ulong.MaxValue
        : BitConverter.DoubleToUInt64Bits(double.CreateChecked(value));

    public static ulong[] Bits<T>(T[] values) where T : unmanaged, IFloatingPointIeee754<T> => Array.ConvertAll(values, Bits);
}
