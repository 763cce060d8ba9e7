using System.Numerics;
using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>Numbers beyond the range of a type, kept beside memory of that type: there a signaling NaN says which number is meant.</summary>
/// <remarks>
/// Kernels, blocks and the host's own variables so carry <see cref="Wide{T}"/> where they carry <c>double</c> or <c>float</c>. Arithmetic makes a signaling NaN a quiet one,
/// so that no number comes back that was not carried over unchanged. Numbers are kept for one thread, from <see cref="Open"/> on.
/// </remarks>
static class Beyond
{
    const ulong SignOfDouble = 0x8000000000000000, NaNOfDouble = 0x7FF0000000000000, QuietDouble = 0x0008000000000000;
    const uint SignOfSingle = 0x80000000, NaNOfSingle = 0x7F800000, QuietSingle = 0x00400000;

    [ThreadStatic] static List<(double Unit, long Exponent)>? kept;

    [ThreadStatic] static bool left;

    /// <summary>Whether numbers are being kept.</summary>
    public static bool IsOpen => kept is not null;

    /// <summary>Keeps numbers until what is returned is disposed of.</summary>
    public static Keeping Open()
    {
        kept = [];
        return new(left);
    }

    /// <summary>As long as numbers are kept.</summary>
    public readonly ref struct Keeping(bool before)
    {
        readonly bool before = before;

        /// <summary>Lets go of them, and of what was said of results meanwhile.</summary>
        public void Dispose() => (kept, left) = (null, before);
    }

    /// <summary>Says that some result of this thread was not finite.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Leave() => left = true;

    /// <summary>Whether some result was not finite since the last time this was asked.</summary>
    public static bool TakeLeft()
    {
        bool was = left;
        left = false;
        return was;
    }

    /// <summary>A number that memory of the type cannot hold, as memory holds it.</summary>
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

    /// <summary>The number that memory holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide<T> Read<T>(T value) where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(value) ? Kept(value) : Wide<T>.Plain(value);

    /// <summary>The number that memory of another type holds.</summary>
    public static Wide<U> Read<T, U>(T value) where T : unmanaged, IFloatingPointIeee754<T> where U : unmanaged, IFloatingPointIeee754<U> => Read(value).To<U>();

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
