using ParityNet.Definitions;

namespace ParityNet.Parity.Cases;

/// <summary>The elements of a long result that are judged.</summary>
/// <remarks>
/// The ends, the elements on both sides of the lengths at which loops over lanes, blocks and tiles change their way, and others at random, which
/// depend on the shape alone. A short result is judged as a whole.
/// </remarks>
static class Sample
{
    // Four times the widest row of lanes: an error in one lane or in one tail is among them.
    const int Most = 64;

    static readonly int[] Widths = [2, 4, 8, 16, 32, 64, 128, 256, 512];

    /// <summary>The elements of the value and of the gradients that are judged.</summary>
    /// <param name="value">The shape of the value.</param>
    /// <param name="gradients">The arguments to differentiate with respect to, with their shapes.</param>
    public static Wanted Of(nint[] value, IEnumerable<(string Name, nint[] Shape)> gradients) =>
        new(Elements(value), gradients.ToDictionary(one => one.Name, one => (IReadOnlySet<int>)Elements(one.Shape)));

    /// <summary>The judged elements of a result, by their indices, row-major.</summary>
    public static SortedSet<int> Elements(nint[] shape)
    {
        int count = (int)Shape.Count(shape);
        if (count <= Most)
            return [.. Enumerable.Range(0, count)];
        int dimension = Array.IndexOf(shape, shape.Max()), length = (int)shape[dimension];
        int stride = (int)Shape.Count(shape.AsSpan(dimension + 1)), others = count / length, other = 0;
        var elements = new SortedSet<int>();
        foreach (int at in Places(length))
            // The ends are judged in the first and in the last row.
            elements.Add(At(at, at == length - 1 ? others - 1 : other++ % others));
        var random = new Xoshiro((ulong)count);
        while (elements.Count < Most)
            elements.Add(random.Next(count));
        return elements;

        int At(int place, int row) => (row / stride * length + place) * stride + row % stride;
    }

    // Where a loop begins or ends, at the start of the row or at its end.
    static IEnumerable<int> Places(int length) =>
        Widths.SelectMany(width => (int[])[width - 1, width, length / width * width - 1, length / width * width])
            .Prepend(length - 1).Prepend(0).Where(at => at >= 0 && at < length).Distinct().Take(Most - 8);
}
