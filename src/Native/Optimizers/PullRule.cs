using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>The pull alone, <c>±g + λθ</c>, in the place of the parameter.</summary>
readonly struct PullRule<T>(OptimizerSpec spec) : IRule<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Pull<T> pull = new(spec, default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Cell<V> Next<V>(Cell<V> old, V gradient) where V : struct, ILanes<V, T> => new(pull.Of(gradient, old.Parameter));
}
