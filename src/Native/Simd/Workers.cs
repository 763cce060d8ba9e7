namespace ParityNet.Native.Simd;

/// <summary>Runs the parts of one call on several threads.</summary>
static class Workers
{
    /// <summary>Runs every part, and sets the caller's non-finite flag if a result on any thread was not finite.</summary>
    public static void Run(int parts, int threads, Action<int> part)
    {
        bool left = false;
        Parallel.For(0, parts, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            part(i);
            if (Beyond.TakeLeft())
                Volatile.Write(ref left, true);
        });
        if (left)
            Beyond.Leave();
    }
}
