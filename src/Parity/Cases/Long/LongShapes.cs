namespace ParityNet.Parity.Cases;

/// <summary>Shapes with one long dimension.</summary>
static class LongShapes
{
    // Every so many cases one is long.
    const int Between = 12, First = 6;

    // A recursion over time costs a logarithm per label and step.
    const int LongestSequence = 129;

    // A longer dimension stands alone where it may, for the sake of time.
    const int MostRows = 257;

    // Lengths next to this one, for an op that takes even ones alone, or multiples of the number of groups.
    const int Near = 8;

    /// <summary>Around the lengths of blocks and tiles, and one beyond all of them.</summary>
    public static ReadOnlySpan<int> Lengths => [257, 64, 1000, 127, 65, 255, 63, 128, 66, 256, 129, 67];

    /// <summary>Whether the case of an index is long, where its op allows it.</summary>
    public static bool IsTurn(int index) => index % Between == First;

    /// <summary>How many long cases there are before the case of an index.</summary>
    public static int Turn(int index) => index / Between;

    /// <summary>The shapes that the lead may have with one dimension of about a length; none where it cannot be so long.</summary>
    public static IReadOnlyList<nint[]> Of(FunctionSpec spec, int length)
    {
        for (nint n = length; n < length + Near; n++)
            if (Candidates(spec, n).Where(shape => spec.FitsLead(shape)).ToArray() is { Length: > 0 } fitting)
                return n <= MostRows ? fitting : [fitting.MinBy(shape => Shape.Count(shape))!];
        return [];
    }

    static IEnumerable<nint[]> Candidates(FunctionSpec spec, nint n)
    {
        nint[] ending = [.. spec.LeadEnding];
        if (ending.Length > 0)
            return ending.Contains(n) ? [[1, .. ending], [2, .. ending]] : n <= MostRows ? [[n, .. ending]] : [];
        nint[][] rows = [[n], [1, n], [2, n]], many = [[n, 3]];
        return spec.LeadShapes switch
        {
            ShapeFamily.Rows => [.. rows, .. many],
            ShapeFamily.DeepRows => [.. rows, .. many, [1, n, 2], [2, 3, n]],
            ShapeFamily.Channels => [[2, n], [1, n, 2], [n, 2], [n, 3, 2], [2, 2, n], [1, 3, n]],
            ShapeFamily.Sequences => [[2, n], [3, 1, n], [3, n, 3], .. n > LongestSequence ? (nint[][])[] : [[n, 2], [n, 2, 3]]],
            _ => [.. rows, [n, 2], [1, 2, n]],
        };
    }
}
