using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>What most rules do to a gradient first: <c>±g + λθ</c>.</summary>
readonly struct Pull<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly bool maximize = spec.Maximize, decays = spec.WeightDecay != 0;
    readonly T decay = Real.Of<T>(spec.WeightDecay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V gradient, V parameter) where V : struct, ILanes<V, T>
    {
        V signed = maximize ? -gradient : gradient;
        return decays ? signed + V.All(decay) * parameter : signed;
    }
}
