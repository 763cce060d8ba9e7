using ParityNet.Native.Memory;
using ParityNet.Native.Rows;

namespace ParityNet.Native.Channels;

/// <summary>
/// The layout of the channels of a contiguous tensor, its second dimension; the trailing dimensions are a channel's run in one example.
/// </summary>
/// <remarks>
/// A long run is processed by itself, with one value for its channel. Short runs are processed together: consecutive examples form lines
/// of a fixed width; each position of a line belongs to one channel, and the channel's value is repeated at each of its positions.
/// </remarks>
readonly record struct ChannelLayout(nint Batch, nint Channels, nint Run)
{
    const int LongRun = 64, SmallestWidth = 64, WideEnough = 512;

    public static ChannelLayout Of(ReadOnlySpan<nint> shape) =>
        shape.Length == 1 ? new(shape[0], 0, 1) : new(shape[0], shape[1], Shape.Count(shape[2..]));

    /// <summary>The number of elements per channel.</summary>
    public nint Each => Batch * Run;

    public nint Count => Batch * Channels * Run;

    /// <summary>Whether runs are processed together, in lines.</summary>
    public bool Together => Run < LongRun;

    /// <summary>The number of positions of a line: whole examples, and for short examples a multiple of the widest vector.</summary>
    public nint Width
    {
        get
        {
            nint width = Math.Max(Channels * Run, 1);
            while (width < WideEnough && width % RowBlocks.Side != 0)
                width *= 2;
            while (width < SmallestWidth)
                width *= 2;
            return width;
        }
    }

    /// <summary>The per-channel values as kernels read them: one per channel, or repeated for each position of a line.</summary>
    public double[] Spread(double[] numbers)
    {
        if (!Together || Count == 0 || (Run == 1 && Width == Channels))
            return numbers;
        double[] positions = Fresh.Array<double>(Width);
        for (int position = 0; position < positions.Length;)
            foreach (double number in numbers)
                for (nint i = 0; i < Run; i++)
                    positions[position++] = number;
        return positions;
    }
}
