using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Optimizers;

/// <summary>The momentum of Muon, and the matrix to orthogonalize.</summary>
readonly unsafe struct MuonMomentum<T>(Muon spec, T* gradient, T* old, T* next, T* u) : IStep<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* gradient = gradient, old = old, next = next, u = u;
    readonly Between<double> mean = new(1 - spec.Momentum, spec.Momentum), ahead = new(spec.Momentum, 1 - spec.Momentum);
    readonly bool nesterov = spec.Nesterov;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double>
    {
        V g = Elements<V, double, T>.Load(gradient + index), moved = mean.Of(Elements<V, double, T>.Load(old + index), g);
        Elements<V, double, T>.Store(moved, next + index);
        Elements<V, double, T>.Store(nesterov ? ahead.Of(g, moved) : moved, u + index);
    }
}

/// <summary><c>x/n</c>, in place.</summary>
readonly unsafe struct Quotient<T>(T* numbers, double divisor) : IStep<double> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* numbers = numbers;
    readonly double divisor = divisor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double> =>
        Elements<V, double, T>.Store(Elements<V, double, T>.Load(numbers + index) / V.All(divisor), numbers + index);
}

/// <summary><c>α·a + β·b</c>.</summary>
readonly unsafe struct LinearCombination<T>(T* first, T* second, T* into, double alpha, double beta) : IStep<double>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* first = first, second = second, into = into;
    readonly double alpha = alpha, beta = beta;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, double> => Elements<V, double, T>.Store(
        Elements<V, double, T>.Load(first + index) * V.All(alpha) + Elements<V, double, T>.Load(second + index) * V.All(beta), into + index);
}
