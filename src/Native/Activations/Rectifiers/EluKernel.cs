using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>p·x</c> where <c>x &gt; 0</c>, else <c>n·(eˣ − 1)</c>; derivative p or <c>n·eˣ</c>. ELU has p = 1 and n = α.</summary>
readonly struct EluKernel<T>(double positive, double negative) : IElementActivation<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V x) where V : struct, ILanes<V, double> =>
        V.Select(x <= V.All(0), V.All(negative) * Elementary<T>.Of<Expm1, V>(x), V.All(positive) * x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V x) where V : struct, ILanes<V, double> =>
        V.Select(x <= V.All(0), V.All(negative) * Elementary<T>.Exp(x), V.All(positive));
}
