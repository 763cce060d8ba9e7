using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Channels;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>The inputs of batch normalization: <c>(x − mean)·factor</c>, and the cotangent.</summary>
readonly unsafe struct ChannelNorm<T>(T* x, T* cotangent, ChannelNumbers means, ChannelNumbers factors) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly T* x = x, cotangent = cotangent;
    readonly ChannelNumbers means = means, factors = factors;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Distance<V>(nint index, nint position)
        where V : struct, ILanes<V, double> => Elements<V, double, T>.Load(x + index) - means.At<V>(position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Plain<V>(nint index, nint position) where V : struct, ILanes<V, double> => Distance<V>(index, position) * factors.At<V>(position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Incoming<V>(nint index) where V : struct, ILanes<V, double> =>
        cotangent == null ? V.All(1) : Elements<V, double, T>.Load(cotangent + index);

    /// <summary><c>plain·scale + shift</c>.</summary>
    public readonly struct Values(ChannelNorm<T> norm, ChannelNumbers scales, ChannelNumbers shifts, T* value) : IChannelStep
    {
        readonly ChannelNorm<T> norm = norm;
        readonly ChannelNumbers scales = scales, shifts = shifts;
        readonly T* value = value;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<V>(nint index, nint position) where V : struct, ILanes<V, double> =>
            Elements<V, double, T>.Store(norm.Plain<V>(index, position) * scales.At<V>(position) + shifts.At<V>(position), value + index);
    }

    /// <summary>The terms of the gradient with respect to the shift.</summary>
    public readonly struct ByShift(ChannelNorm<T> norm) : IChannelTerm
    {
        readonly ChannelNorm<T> norm = norm;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Term<V>(nint index, nint position) where V : struct, ILanes<V, double> => norm.Incoming<V>(index);
    }

    /// <summary>The terms of the gradient with respect to the scale, without the factor of the channel.</summary>
    public readonly struct ByScale(ChannelNorm<T> norm) : IChannelTerm
    {
        readonly ChannelNorm<T> norm = norm;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Term<V>(nint index, nint position)
            where V : struct, ILanes<V, double> => norm.Incoming<V>(index) * norm.Distance<V>(index, position);
    }

    /// <summary>The gradient with respect to x for given mean and factor, <c>derivative·scale·factor</c>.</summary>
    public readonly struct ByInput(ChannelNorm<T> norm, ChannelNumbers scales, T* derivatives) : IChannelStep
    {
        readonly ChannelNorm<T> norm = norm;
        readonly ChannelNumbers scales = scales;
        readonly T* derivatives = derivatives;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<V>(nint index, nint position) where V : struct, ILanes<V, double> =>
            Elements<V, double, T>.Store(norm.Incoming<V>(index) * scales.At<V>(position) * norm.factors.At<V>(position), derivatives + index);
    }

    /// <summary>The gradient with respect to x for batch statistics, <c>(derivative·scale − average − plain·along)·factor</c>.</summary>
    public readonly struct ByOwnInput(ChannelNorm<T> norm, ChannelNumbers scales, ChannelNumbers averages, ChannelNumbers alongs,
        T* derivatives) : IChannelStep
    {
        readonly ChannelNorm<T> norm = norm;
        readonly ChannelNumbers scales = scales, averages = averages, alongs = alongs;
        readonly T* derivatives = derivatives;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Step<V>(nint index, nint position) where V : struct, ILanes<V, double>
        {
            V derivative = norm.Incoming<V>(index) * scales.At<V>(position) - averages.At<V>(position)
                - norm.Plain<V>(index, position) * alongs.At<V>(position);
            Elements<V, double, T>.Store(derivative * norm.factors.At<V>(position), derivatives + index);
        }
    }
}
