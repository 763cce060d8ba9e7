using System.Numerics;

namespace ParityNet.Native.Simd;

/// <summary>A kernel whose results are summed; it may write others, such as a gradient, in the same pass.</summary>
interface ITerm<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>One vector of terms, starting at <paramref name="index"/>.</summary>
    /// <remarks>Mark it and what it calls <c>AggressiveInlining</c>: a call per vector costs several times the arithmetic.</remarks>
    V Term<V>(nint index) where V : struct, ILanes<V, T>;
}
