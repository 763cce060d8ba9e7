namespace ParityNet.Definitions.Engine;

/// <summary>Maps each position of a broadcast shape to the element of the original shape.</summary>
static class Broadcasting
{
    public static int[] Elements(ReadOnlySpan<nint> narrow, ReadOnlySpan<nint> wide)
    {
        var elements = new int[ParityNet.Shape.Count(wide)];
        int repeat = 1, step = 1;
        for (int fromEnd = 1; fromEnd <= wide.Length; fromEnd++)
        {
            int length = (int)wide[^fromEnd];
            if (fromEnd <= narrow.Length && narrow[^fromEnd] != 1)
            {
                for (int i = 0; i < elements.Length; i++)
                    elements[i] += i / repeat % length * step;
                step *= length;
            }

            repeat *= length;
        }

        return elements;
    }
}
