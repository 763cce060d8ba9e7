namespace ParityNet.Native.Simd;

/// <summary>Terms stored in a buffer.</summary>
readonly unsafe struct Sequence(double* terms) : ITerm<double>
{
    readonly double* terms = terms;

    public V Term<V>(nint index) where V : struct, ILanes<V, double> => V.Load(in terms[index]);
}
