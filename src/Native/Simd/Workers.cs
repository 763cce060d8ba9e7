namespace ParityNet.Native.Simd;

/// <summary>Runs the parts of one call on several threads.</summary>
static class Workers
{
    /// <summary>Runs every part, and sets the caller's non-finite flag if a result on any thread was not finite.</summary>
    public static void Run(int parts, int threads, Action<int> part) => Run(new Called(part), parts, threads);

    /// <summary>The same without an allocation.</summary>
    public static void Run<P>(P work, int parts, int threads) where P : struct, IParts => Crew<P>.Run(work, parts, threads);

    readonly struct Called(Action<int> part) : IParts
    {
        public void Run(int index) => part(index);
    }
}
