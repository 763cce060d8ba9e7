using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses.Distances;

/// <summary>The derivatives <c>sign(z)·(|z|/‖z‖)ᵖ⁻¹</c> of a p-norm; for p &lt; 1 the derivative at 0 is 0.</summary>
readonly struct NormDerivative<T>(Difference<T> z, double p, double norm, double factor) : IStep<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Difference<T> z = z;
    readonly double p = p, norm = norm, factor = factor, along = p < 1 ? (Number)factor * Power.Of<Number>(norm, 1 - p) : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double>
    {
        V at = z.At<V>(index), zero = V.All(0), factor = V.All(this.factor);
        if (p == 2)
        {
            z.Add(index, at / V.All(norm) * factor);
            return;
        }
        if (p < 1)
        {
            V positive = V.Abs(at) > zero, steep = Power.Of(V.Select(positive, V.Abs(at), V.All(1)), p - 1);
            // 0·∞ if the norm is infinite, as in libtorch.
            z.Add(index, V.Select(positive, V.CopySign(steep, at), zero) * V.All(along));
            return;
        }
        V size = V.Abs(at), derivative = p == 1 ? V.All(1) : Power.Of(size / V.All(norm), p - 1);
        // The sign of NaN is 0 in libtorch.
        z.Add(index, V.Select(size > zero, V.CopySign(derivative, at), p == 1 ? zero : derivative * zero) * factor);
    }
}
