using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace ParityNet.Native.Simd;

/// <summary>
/// Loads and stores a buffer of <typeparamref name="T"/> as lanes of <typeparamref name="E"/>: the same type, or <c>double</c> for
/// <c>float</c>.
/// </summary>
/// <remarks>
/// A <c>float</c> is widened exactly on load and rounded once on store; everything in between is computed in <c>double</c>.
/// </remarks>
static unsafe class Elements<V, E, T>
    where V : struct, ILanes<V, E>
    where E : unmanaged, IFloatingPointIeee754<E>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(AggressiveInlining)]
    public static V Load(T* source)
    {
        if (typeof(E) == typeof(T))
            return V.Load(in Unsafe.AsRef<E>(source));
        if (typeof(V) == typeof(Wide<double>))
            return Unsafe.BitCast<Wide<double>, V>(Beyond.Read(*(float*)source).Widened);
        ref float single = ref Unsafe.AsRef<float>(source);
        if (typeof(V) == typeof(Lanes512<double>))
            return Unsafe.BitCast<Vector512<double>, V>(Vector512.WidenLower(Vector256.LoadUnsafe(ref single).ToVector512Unsafe()));
        if (typeof(V) == typeof(Lanes256<double>))
            return Unsafe.BitCast<Vector256<double>, V>(Vector256.WidenLower(Vector128.LoadUnsafe(ref single).ToVector256Unsafe()));
        if (typeof(V) == typeof(Lanes128<double>))
            return Unsafe.BitCast<Vector128<double>, V>(Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(double*)source).AsSingle()));
        return Unsafe.BitCast<double, V>(single);
    }

    [MethodImpl(AggressiveInlining)]
    public static void Store(V value, T* destination)
    {
        if (typeof(V) == typeof(Wide<double>) && typeof(T) == typeof(float))
        {
            *(float*)destination = Unsafe.BitCast<V, Wide<double>>(value).Narrowed;
            return;
        }
        if (typeof(E) == typeof(T))
            value.Store(ref Unsafe.AsRef<E>(destination));
        else if (typeof(V) == typeof(Lanes512<double>))
            Narrowed(Unsafe.BitCast<V, Vector512<double>>(value)).Store((float*)destination);
        else if (typeof(V) == typeof(Lanes256<double>))
            Narrowed(Unsafe.BitCast<V, Vector256<double>>(value)).Store((float*)destination);
        else if (typeof(V) == typeof(Lanes128<double>))
            *(double*)destination = Vector128.Narrow(Unsafe.BitCast<V, Vector128<double>>(value), default).AsDouble().ToScalar();
        else
            *(float*)destination = (float)Unsafe.BitCast<V, double>(value);
    }

    [MethodImpl(AggressiveInlining)]
    static Vector256<float> Narrowed(Vector512<double> value) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector256Single(value)
        : Vector512.Narrow(value, default).GetLower();

    [MethodImpl(AggressiveInlining)]
    static Vector128<float> Narrowed(Vector256<double> value) => Avx.IsSupported
        ? Avx.ConvertToVector128Single(value)
        : Vector256.Narrow(value, default).GetLower();
}
