namespace ParityNet.Native.Simd;

/// <summary>A function of one variable, written over lanes of <c>double</c>.</summary>
interface IElementary
{
    /// <summary>Whether <see cref="Single"/> is short enough that kernels should inline it rather than call it.</summary>
    static virtual bool IsShort => true;

    /// <summary>The function for an argument widened from <c>float</c> and a result that will be rounded to <c>float</c>.</summary>
    static abstract D Single<D>(D x) where D : struct, ILanes<D, double>;

    /// <summary>The function to the full accuracy of <c>double</c>.</summary>
    static abstract D Double<D>(D x) where D : struct, ILanes<D, double>;
}
