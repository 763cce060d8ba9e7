using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ParityNet.Native.Simd;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native.Functions;

/// <summary>Tables of 16 numbers, which two registers of 512 bits hold.</summary>
static unsafe class Table
{
    /// <summary>The entries that the lowest four bits of each lane of <paramref name="index"/> name.</summary>
    /// <param name="entries">16 constants of the program, which the garbage collector does not move.</param>
    /// <param name="index">The lanes whose bits are read.</param>
    [MethodImpl(AggressiveInlining)]
    public static D Entry<D>(ReadOnlySpan<double> entries, D index) where D : struct, ILanes<D, double>
    {
        double* table = (double*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(entries));
        if (typeof(D) == typeof(Lanes512<double>))
            return Unsafe.BitCast<Vector512<double>, D>(Avx512F.IsSupported
                ? Avx512F.PermuteVar8x64x2(Eight(entries, 0), Unsafe.BitCast<D, Vector512<double>>(index).AsInt64(), Eight(entries, 8))
                : Entry(table, Unsafe.BitCast<D, Vector512<double>>(index).AsInt64()));
        if (typeof(D) == typeof(Lanes256<double>))
            return Unsafe.BitCast<Vector256<double>, D>(Entry(table, Unsafe.BitCast<D, Vector256<double>>(index).AsInt64()));
        if (typeof(D) == typeof(Lanes128<double>))
            return Unsafe.BitCast<Vector128<double>, D>(Entry(table, Unsafe.BitCast<D, Vector128<double>>(index).AsInt64()));
        double number = typeof(D) == typeof(Number) ? Unsafe.BitCast<D, Number>(index).Rounded : Unsafe.BitCast<D, double>(index);
        return D.All(table[BitConverter.DoubleToInt64Bits(number) & 15]);
    }

    // Constants for the JIT, which aligns them to the lines of the cache.
    [MethodImpl(AggressiveInlining)]
    static Vector512<double> Eight(ReadOnlySpan<double> t, int i) =>
        Vector512.Create(t[i], t[i + 1], t[i + 2], t[i + 3], t[i + 4], t[i + 5], t[i + 6], t[i + 7]);

    [MethodImpl(AggressiveInlining)]
    static Vector512<double> Entry(double* table, Vector512<long> index) =>
        Vector512.Create(Entry(table, index.GetLower()), Entry(table, index.GetUpper()));

    [MethodImpl(AggressiveInlining)]
    static Vector256<double> Entry(double* table, Vector256<long> index) => Avx2.IsSupported
        ? Avx2.GatherVector256(table, index & Vector256.Create(15L), sizeof(double))
        : Vector256.Create(Entry(table, index.GetLower()), Entry(table, index.GetUpper()));

    [MethodImpl(AggressiveInlining)]
    static Vector128<double> Entry(double* table, Vector128<long> index) => Vector128.Create(table[index[0] & 15], table[index[1] & 15]);
}
