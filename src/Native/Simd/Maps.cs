using System.Numerics;
using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

/// <summary>Applies an elementary function to every element.</summary>
static unsafe class Maps
{
    /// <summary>
    /// Writes <typeparamref name="F"/> of each element of <paramref name="source"/>; both spans have the same length and may be the same
    /// buffer.
    /// </summary>
    public static void Apply<T, F>(ReadOnlySpan<T> source, Span<T> destination, Plan plan)
        where T : unmanaged, IFloatingPointIeee754<T>
        where F : struct, IElementary
    {
        fixed (T* from = source, to = destination[..source.Length])
            Blocks.Run<T, MapStep<T, F>>(new(from, to), source.Length, plan);
    }

    readonly struct MapStep<T, F>(T* from, T* to) : IStep<T>
        where T : unmanaged, IFloatingPointIeee754<T>
        where F : struct, IElementary
    {
        readonly T* from = from;
        readonly T* to = to;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void IStep<T>.Step<V>(nint index) => V.Map<F>(V.Load(in from[index])).Store(ref to[index]);
    }
}
