using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>log(1 / (1 + e^−x)), the negated <see cref="Softplus"/> of −x.</summary>
readonly struct LogSigmoid : IElementary
{
    public static bool IsShort => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Single<D>(D x) where D : struct, ILanes<D, double> => -Softplus.Single(-x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static D Double<D>(D x) where D : struct, ILanes<D, double> => -Softplus.Double(-x);
}
