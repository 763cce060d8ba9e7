using System.Numerics;
using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native;

/// <summary>Single numbers of <c>float</c> or <c>double</c> to and from <c>double</c>.</summary>
static class Real
{
    /// <summary>The number itself.</summary>
    [MethodImpl(AggressiveInlining)]
    public static double Wide<T>(T value) where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<T, float>(value) : Unsafe.BitCast<T, double>(value);

    /// <summary>The number, rounded once.</summary>
    [MethodImpl(AggressiveInlining)]
    public static T Of<T>(double value) where T : unmanaged, IFloatingPointIeee754<T> =>
        typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>((float)value) : Unsafe.BitCast<double, T>(value);
}
