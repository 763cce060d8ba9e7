using ParityNet.Native.Memory;
using ParityNet.Native.Rows;

namespace ParityNet.Native.Channels;

/// <summary>Where the channels of a dense tensor lie: its second dimension; the later ones are a channel's run in one example.</summary>
/// <remarks>
/// A long run is taken by itself, with one number for its channel. Short ones are taken together: examples follow each other in a
/// line of a fixed width, and each position of the line belongs to one channel, whose number stands there as often as it is needed.
/// </remarks>
readonly record struct ChannelLayout(nint Batch, nint Channels, nint Run)
{
    const int LongRun = 64, SmallestWidth = 64, WideEnough = 512;

    public static ChannelLayout Of(ReadOnlySpan<nint> shape) => shape.Length == 1 ? new(shape[0], 0, 1) : new(shape[0], shape[1], Shape.Count(shape[2..]));

    /// <summary>The numbers of a channel.</summary>
    public nint Each => Batch * Run;

    public nint Count => Batch * Channels * Run;

    /// <summary>Whether runs are taken together.</summary>
    public bool Together => Run < LongRun;

    /// <summary>The positions of a line: whole examples, and where they are short a multiple of the widest vector.</summary>
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

    /// <summary>The numbers of all channels as kernels read them.</summary>
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
