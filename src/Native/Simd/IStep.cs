using System.Numerics;

namespace ParityNet.Native.Simd;

/// <summary>A kernel that reads and writes elements; its fields are pointers to pinned memory and options.</summary>
interface IStep<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Handles the elements from <paramref name="index"/> on, as many as <typeparamref name="V"/> has.</summary>
    /// <remarks>Mark it and what it calls <c>AggressiveInlining</c>: a call for each vector costs several times the arithmetic.</remarks>
    void Step<V>(nint index) where V : struct, ILanes<V, T>;
}
