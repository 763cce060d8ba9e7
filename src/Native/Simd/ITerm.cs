using System.Numerics;

namespace ParityNet.Native.Simd;

/// <summary>A kernel whose results are to be summed; it may write others, such as a gradient, in the same pass.</summary>
interface ITerm<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>The terms from <paramref name="index"/> on, as many as <typeparamref name="V"/> has.</summary>
    /// <remarks>Mark it and what it calls <c>AggressiveInlining</c>: a call for each vector costs several times the arithmetic.</remarks>
    V Term<V>(nint index) where V : struct, ILanes<V, T>;
}
