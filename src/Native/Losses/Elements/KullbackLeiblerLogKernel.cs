using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>eʸ(y − x)</c>; its derivatives are −eʸ and <c>eʸ(y − x) + eʸ</c>.</summary>
readonly struct KullbackLeiblerLogKernel<T> : IElementLoss<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LossElement<V> At<V>(Point<V> at) where V : struct, ILanes<V, double>
    {
        V power = Elementary<T>.Exp(at.Y), loss = power * (at.Y - at.X);
        return new(loss, -power * at.Scale, (loss + power) * at.Scale);
    }
}
