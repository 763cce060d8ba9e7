namespace ParityNet.Native.Simd;

partial interface ILanes<V, T>
{
    /// <summary>Applies an elementary function: <c>float</c> is widened, computed in <c>double</c> and rounded once.</summary>
    static abstract V Map<F>(V a) where F : struct, IElementary;
}
