using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Activations;

/// <summary>x where <c>x &gt; 0</c>, else w·x; slopes 1 or w by x, and by w the sum of 0 or x, which are the terms it yields.</summary>
readonly unsafe struct PReLUKernel<T>(ActivationMemory<T> at, T weight) : ITerm<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ActivationMemory<T> at = at;
    readonly T weight = weight;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Term<V>(nint index) where V : struct, ILanes<V, T>
    {
        V x = V.Load(in at.X[index]), zero = V.All(T.Zero), one = V.All(T.One), positive = x > zero, w = V.All(weight);
        V cotangent = at.Cotangent == null ? one : V.Load(in at.Cotangent[index]);
        if (at.ByInput != null)
            (V.Select(positive, one, w) * cotangent).Store(ref at.ByInput[index]);
        if (at.Value != null)
            V.Select(positive, x, w * x).Store(ref at.Value[index]);
        return V.Select(positive, zero, x * cotangent);
    }
}
