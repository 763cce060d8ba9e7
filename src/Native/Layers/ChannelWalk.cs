using System.Numerics;

namespace ParityNet.Native.Layers;

/// <summary>The places of a channel's numbers: runs of neighbours, one for each example.</summary>
/// <param name="shape">The shape; channels are the second dimension.</param>
readonly ref struct ChannelWalk(ReadOnlySpan<nint> shape)
{
    readonly int channels = (int)shape[1], run = checked((int)Shape.Count(shape[2..])), batch = (int)shape[0];

    public int Channels => channels;

    /// <summary>How many numbers a channel has.</summary>
    public int Count => batch * run;

    /// <summary>Where the i-th number of a channel stands.</summary>
    public int Place(int channel, int i) => (i / run * channels + channel) * run + i % run;

    /// <summary>Reads a channel as <c>double</c>.</summary>
    public void Read<T>(ReadOnlySpan<T> from, int channel, Span<double> to) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < Count; i++)
            to[i] = Real.Wide(from[Place(channel, i)]);
    }
}
