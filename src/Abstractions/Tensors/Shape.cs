namespace ParityNet;

/// <summary>Helpers for tensor shapes.</summary>
public static class Shape
{
    // More dimensions than any message needs.
    const int MostListed = 16;

    /// <summary>Formats a shape as <c>[2, 3]</c>; of more than 16 dimensions the first, and how many there are.</summary>
    /// <param name="shape">The lengths.</param>
    /// <returns>The text.</returns>
    public static string Text(ReadOnlySpan<nint> shape) => shape.Length <= MostListed
        ? $"[{string.Join(", ", shape.ToArray())}]"
        : $"[{string.Join(", ", shape[..MostListed].ToArray())}, … ({shape.Length} dimensions)]";

    /// <summary>The number of elements of a shape.</summary>
    /// <param name="shape">The lengths.</param>
    /// <returns>Their product; 1 for no lengths.</returns>
    public static nint Count(ReadOnlySpan<nint> shape)
    {
        nint count = 1;
        foreach (nint length in shape)
            count *= length;
        return count;
    }

    /// <summary>The number of elements beyond any range, where a length of 0 counts as 1: loops run over the other lengths all the same.</summary>
    /// <param name="shape">The lengths.</param>
    /// <returns>The number.</returns>
    public static double Extent(ReadOnlySpan<nint> shape)
    {
        double extent = 1;
        foreach (nint length in shape)
            extent *= Math.Max((nint)1, length);
        return extent;
    }

    /// <summary>The shape that two shapes broadcast to, by the rules of NumPy and PyTorch.</summary>
    /// <param name="a">One shape.</param>
    /// <param name="b">The other shape.</param>
    /// <returns>The common shape, or null where they do not broadcast.</returns>
    public static nint[]? Broadcast(ReadOnlySpan<nint> a, ReadOnlySpan<nint> b)
    {
        var common = new nint[Math.Max(a.Length, b.Length)];
        for (int fromEnd = 1; fromEnd <= common.Length; fromEnd++)
        {
            nint left = fromEnd <= a.Length ? a[^fromEnd] : 1, right = fromEnd <= b.Length ? b[^fromEnd] : 1;
            if (left != right && left != 1 && right != 1)
                return null;
            common[^fromEnd] = left == 1 ? right : left;
        }
        return common;
    }
}
