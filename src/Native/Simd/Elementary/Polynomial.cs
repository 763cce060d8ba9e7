using System.Runtime.CompilerServices;

namespace ParityNet.Native.Simd;

static class Polynomial
{
    /// <summary>The polynomial with these coefficients, the constant first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Of<D>(D x, ReadOnlySpan<double> coefficients) where D : struct, ILanes<D, double>
    {
        D sum = D.All(coefficients[^1]);
        for (int i = coefficients.Length - 2; i >= 0; i--)
            sum = sum * x + D.All(coefficients[i]);
        return sum;
    }
}
