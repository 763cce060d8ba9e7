using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Functions;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary><c>a·σ(b)</c>; d/da is <c>σ(b)</c>, d/db is <c>a·σ′(b)</c>.</summary>
/// <typeparam name="T">The type of the results.</typeparam>
/// <typeparam name="M">The element type of the buffers: <typeparamref name="T"/>, or <c>double</c> before rounding.</typeparam>
/// <param name="at">The buffers of the whole tensor; gradients may overwrite the input.</param>
/// <param name="start">The index at which the value of this row starts; its input starts at twice that.</param>
/// <param name="half">The length of a half of the row.</param>
readonly unsafe struct GluStep<T, M>(ActivationBuffers<M> at, nint start, nint half) : IStep<double>
    where T : unmanaged, IFloatingPointIeee754<T>
    where M : unmanaged, IFloatingPointIeee754<M>
{
    readonly ActivationBuffers<M> at = at;
    readonly nint start = start, half = half;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double>
    {
        nint first = 2 * start + index;
        V a = Load<V>(at.X + first), b = Load<V>(at.X + first + half), share = Elementary<T>.Of<Sigmoid, V>(b);
        if (at.ByInput != null)
        {
            V cotangent = at.Cotangent == null ? V.All(1) : Load<V>(at.Cotangent + start + index);
            Elements<V, double, M>.Store(share * cotangent, at.ByInput + first);
            Elements<V, double, M>.Store(a * Elementary<T>.Of<SigmoidDerivative, V>(b) * cotangent, at.ByInput + first + half);
        }
        if (at.Value != null)
            Elements<V, double, M>.Store(a * share, at.Value + start + index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static V Load<V>(M* source) where V : struct, ILanes<V, double> => Elements<V, double, M>.Load(source);
}
