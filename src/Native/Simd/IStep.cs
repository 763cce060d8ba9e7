using System.Numerics;

namespace ParityNet.Native.Simd;

/// <summary>An elementwise kernel; its fields are pointers to pinned buffers and options.</summary>
interface IStep<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Processes one vector of elements, starting at <paramref name="index"/>.</summary>
    /// <remarks>Mark it and what it calls <c>AggressiveInlining</c>: a call per vector costs several times the arithmetic.</remarks>
    void Step<V>(nint index) where V : struct, ILanes<V, T>;
}
