using ParityNet.Native.Simd;

namespace ParityNet.Native.Maths;

/// <summary>The squares that a Euclidean norm adds.</summary>
interface ISquares<S> : ITerm<double> where S : struct, ISquares<S>
{
    /// <summary>The squares of the same numbers times a power of two.</summary>
    S Scaled(double power);

    /// <summary>The greatest size of the first numbers.</summary>
    double Greatest(nint length);
}
