namespace ParityNet;

/// <summary>Walks a broadcast shape in row-major order and gives the index of the narrow tensor's element at each position.</summary>
struct BroadcastWalk
{
    readonly nint[] lengths, steps, position;
    nint current;
    bool started;

    public BroadcastWalk(ReadOnlySpan<nint> narrow, ReadOnlySpan<nint> wide)
    {
        lengths = wide.ToArray();
        steps = new nint[wide.Length];
        position = new nint[wide.Length];
        nint step = 1;
        for (int fromEnd = 1; fromEnd <= narrow.Length; fromEnd++)
        {
            if (narrow[^fromEnd] != 1)
                steps[^fromEnd] = step;
            step *= narrow[^fromEnd];
        }
    }

    public int Next()
    {
        if (!started)
        {
            started = true;
            return 0;
        }
        for (int d = lengths.Length - 1; d >= 0; d--)
        {
            current += steps[d];
            if (++position[d] < lengths[d])
                return (int)current;
            current -= steps[d] * lengths[d];
            position[d] = 0;
        }
        return (int)current;
    }
}
