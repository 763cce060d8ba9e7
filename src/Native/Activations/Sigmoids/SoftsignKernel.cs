using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>x/(1 + |x|)</c>; derivative <c>1/(1 + |x|)²</c>, and NaN at infinity, where the value is NaN.</summary>
readonly struct SoftsignKernel : IElementActivation<double>
{
    public static bool StaysFinite => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double> => x / (V.Abs(x) + 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double>
    {
        V inverse = V.All(1) / (V.Abs(x) + 1);
        return inverse * inverse + V.All(0) * x;
    }
}
