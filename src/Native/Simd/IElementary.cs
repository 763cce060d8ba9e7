namespace ParityNet.Native.Simd;

/// <summary>A function of one number, written over lanes of <c>double</c>.</summary>
interface IElementary
{
    /// <summary>Whether <see cref="Single"/> is so short that kernels should take it in rather than call it.</summary>
    static virtual bool IsShort => true;

    /// <summary>The function where the argument is a widened <c>float</c> and the result will be rounded to <c>float</c>.</summary>
    static abstract D Single<D>(D x) where D : struct, ILanes<D, double>;

    /// <summary>The function to the full accuracy of <c>double</c>.</summary>
    static abstract D Double<D>(D x) where D : struct, ILanes<D, double>;
}
