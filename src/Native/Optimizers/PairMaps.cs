using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary><c>c·a</c>.</summary>
readonly struct Scaling<T>(T factor) : IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T factor = factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V first, V second) where V : struct, ILanes<V, T> => first * V.All(factor);
}

/// <summary>a clamped to ±c; NaN stays NaN.</summary>
readonly struct Clamping<T>(T most) : IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T most = most;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V first, V second) where V : struct, ILanes<V, T> => V.Clamp(first, -most, most);
}

/// <summary>
/// Linear interpolation (<c>lerp</c>) from a to b with weight <c>part</c>, computed from the nearer end; <c>rest</c> is 1 − part.
/// </summary>
readonly struct Between<T>(double part, double rest) : IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly bool fromFirst = part < 0.5;
    readonly T part = Real.Of<T>(part), rest = Real.Of<T>(rest);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V first, V second) where V : struct, ILanes<V, T> =>
        fromFirst ? first + V.All(part) * (second - first) : second - V.All(rest) * (second - first);
}

/// <summary><c>a + (b − a)/n</c>: updates a running mean with its n-th value.</summary>
readonly struct RunningMean<T>(long count) : IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T count = Real.Of<T>(count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V first, V second) where V : struct, ILanes<V, T> => first + (second - first) / V.All(count);
}

/// <summary>a.</summary>
readonly struct First<T> : IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V first, V second) where V : struct, ILanes<V, T> => first;
}

/// <summary>b.</summary>
readonly struct Second<T> : IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V first, V second) where V : struct, ILanes<V, T> => second;
}

/// <summary><c>a + b</c>.</summary>
readonly struct Adding<T> : IPairMap<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V first, V second) where V : struct, ILanes<V, T> => first + second;
}
