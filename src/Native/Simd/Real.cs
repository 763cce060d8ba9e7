using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Memory;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native.Simd;

/// <summary>Conversions of <c>float</c> or <c>double</c> values to and from <c>double</c>.</summary>
static class Real
{
    /// <summary>The value, widened exactly.</summary>
    [MethodImpl(AggressiveInlining)]
    public static double Wide<T>(T value) where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(double) ? Unsafe.BitCast<T, double>(value) : T.IsNaN(value) ? Kept(value) : Unsafe.BitCast<T, float>(value);

    [MethodImpl(NoInlining)]
    static double Kept<T>(T value) where T : unmanaged, IFloatingPointIeee754<T> => Beyond.Read(value).Widened;

    /// <summary>The values, widened exactly.</summary>
    public static double[] Wide<T>(ReadOnlySpan<T> values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double[] wide = Fresh.Array<double>(values.Length);
        for (int i = 0; i < wide.Length; i++)
            wide[i] = Wide(values[i]);
        return wide;
    }

    /// <summary>The values, each rounded once.</summary>
    public static T[] Of<T>(double[] values) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] rounded = Fresh.Array<T>(values.Length);
        for (int i = 0; i < rounded.Length; i++)
            rounded[i] = Of<T>(values[i]);
        return rounded;
    }

    /// <summary>The value, rounded once.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Of<T>(double value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T rounded = typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value) : Unsafe.BitCast<double, T>(value);
        return T.IsFinite(rounded) && (value == 0 || !T.IsZero(rounded)) ? rounded : OfFar<T>(value);
    }

    [MethodImpl(NoInlining)]
    static T OfFar<T>(double value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!double.IsFinite(value))
            Beyond.Leave();
        return Beyond.IsOpen ? Beyond.Read(value).To<T>() : T.CreateTruncating(value);
    }
}
