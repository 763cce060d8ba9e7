using System.Numerics;
using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>
/// Stores numbers outside the range of a type in buffers of that type: NaN boxing, where the payload of a signaling NaN is an index into a
/// table.
/// </summary>
/// <remarks>
/// So kernels, blocks and local variables carry <see cref="Wide{T}"/> wherever they carry <c>double</c> or <c>float</c>. Arithmetic turns a
/// signaling NaN into a quiet one, so only a boxed NaN that was copied unchanged is read back as a number. The table belongs to one thread
/// and starts with <see cref="Open"/>.
/// </remarks>
static class Beyond
{
    const ulong SignOfDouble = 0x8000000000000000, NaNOfDouble = 0x7FF0000000000000, QuietDouble = 0x0008000000000000;
    const uint SignOfSingle = 0x80000000, NaNOfSingle = 0x7F800000, QuietSingle = 0x00400000;

    [ThreadStatic] static List<(double Unit, long Exponent)>? kept;

    [ThreadStatic] static bool left;

    /// <summary>Whether this thread has an open table.</summary>
    public static bool IsOpen => kept is not null;

    /// <summary>Opens this thread's table until the returned scope is disposed.</summary>
    public static Keeping Open()
    {
        kept = [];
        return new(left);
    }

    /// <summary>The scope in which the table is open.</summary>
    public readonly ref struct Keeping(bool before)
    {
        readonly bool before = before;

        /// <summary>Drops the table and restores the non-finite flag from before the scope.</summary>
        public void Dispose() => (kept, left) = (null, before);
    }

    /// <summary>Sets this thread's flag that some result was not finite.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Leave() => left = true;

    /// <summary>Reads and clears the flag: whether some result was not finite since the last call.</summary>
    public static bool TakeLeft()
    {
        bool was = left;
        left = false;
        return was;
    }

    /// <summary>
    /// Boxes <c>unit·2^exponent</c>, which is outside the range of the type; without an open table it overflows or underflows instead.
    /// </summary>
    public static T Keep<T>(T unit, long exponent) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ulong position = kept is null ? ulong.MaxValue : (ulong)kept.Count + 1;
        if (position >= (typeof(T) == typeof(float) ? QuietSingle : QuietDouble))
            return T.ScaleB(unit, (int)Math.Clamp(exponent, -10_000, 10_000));
        kept!.Add((double.CreateTruncating(unit), exponent));
        return typeof(T) == typeof(float)
            ? Unsafe.BitCast<uint, T>(NaNOfSingle | (uint)position)
            : Unsafe.BitCast<ulong, T>(NaNOfDouble | position);
    }

    /// <summary>The number that an element of a buffer stands for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide<T> Read<T>(T value) where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(value) ? Kept(value) : Wide<T>.Plain(value);

    static Wide<T> Kept<T>(T value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ulong bits = typeof(T) == typeof(float) ? Unsafe.BitCast<T, uint>(value) : Unsafe.BitCast<T, ulong>(value);
        ulong quiet = typeof(T) == typeof(float) ? QuietSingle : QuietDouble, sign = typeof(T) == typeof(float) ? SignOfSingle : SignOfDouble;
        ulong position = bits & (quiet - 1);
        if (kept is null || (bits & quiet) != 0 || position == 0 || position > (ulong)kept.Count)
            return Wide<T>.Plain(value);
        var (unit, exponent) = kept[(int)position - 1];
        return Wide<T>.Of(T.CreateTruncating((bits & sign) != 0 ? -unit : unit), exponent);
    }
}
