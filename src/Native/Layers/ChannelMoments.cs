using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Channels;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>The mean of each channel, and the sum of the squared deviations from it.</summary>
/// <remarks>Computed in two passes, from deviations from the mean, so that a large mean causes no cancellation.</remarks>
readonly unsafe struct ChannelMoments<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public readonly double[] Means, Squares;

    public ChannelMoments(T* x, ChannelLayout layout, Plan plan)
    {
        Means = Array.ConvertAll(ChannelSums.Run(new Plain(x), layout, plan), sum => (double)((Number)sum / layout.Each));
        fixed (double* means = layout.Spread(Means))
            Squares = ChannelSums.Run(new Square(x, new(means, layout.Together)), layout, plan);
    }

    readonly struct Plain(T* x) : IChannelTerm
    {
        readonly T* x = x;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Term<V>(nint index, nint position) where V : struct, ILanes<V, double> => Elements<V, double, T>.Load(x + index);
    }

    readonly struct Square(T* x, ChannelNumbers means) : IChannelTerm
    {
        readonly T* x = x;
        readonly ChannelNumbers means = means;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Term<V>(nint index, nint position) where V : struct, ILanes<V, double>
        {
            V distance = Elements<V, double, T>.Load(x + index) - means.At<V>(position);
            return distance * distance;
        }
    }
}
