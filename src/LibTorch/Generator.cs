namespace TorchSharp;

public static partial class torch
{
    /// <summary>libtorch's random numbers, started from a seed.</summary>
    public sealed class Generator
    {
        readonly long seed;

        internal Generator(long seed) => this.seed = seed;

        /// <summary>The seed that the numbers were started from.</summary>
        public long initial_seed() => seed;
    }
}
