using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Layers;

/// <summary>Groups per channel: one for each index of the second dimension.</summary>
static class Channels
{
    /// <summary>The groups.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="outputs">The indices of a channel's outputs, given the channel and its elements.</param>
    /// <param name="perChannel">The arguments with one element per channel.</param>
    public static IReadOnlyList<OutputGroup> Of<R>(Arguments<R> arguments, Func<int, int[], int[]> outputs, params string[] perChannel)
        where R : struct, IReal<R>
    {
        nint[] shape = arguments["input"].Shape;
        // An empty input of one dimension has no channels.
        if (shape.Length == 1)
            return [];
        int channels = (int)shape[1], stride = (int)Shape.Count(shape.AsSpan(2));
        return [.. Enumerable.Range(0, channels).Select(channel =>
        {
            int[] elements = [.. Enumerable.Range(0, (int)shape[0] * stride).Select(i => (i / stride * channels + channel) * stride + i % stride)];
            List<(string, int[])> read = [("input", elements)];
            foreach (string name in perChannel.Where(arguments.Has))
                read.Add((name, [channel]));
            return new OutputGroup(read, outputs(channel, elements));
        })];
    }
}
