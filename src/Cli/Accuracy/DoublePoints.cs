namespace ParityNet.Cli.Accuracy;

/// <summary>Test arguments in <c>double</c>; a point depends on its round, its index and the worst points of previous rounds.</summary>
/// <param name="domain">The domain of the function.</param>
sealed class DoublePoints(Domain domain)
{
    const int Kinds = 4;

    // The largest number of bits of the distance, in ULPs, from a worst point.
    const int MostBits = 50;

    /// <summary>Whether a point is chosen independently of previous results.</summary>
    /// <param name="index">Its index.</param>
    public static bool IsDrawn(long index) => index % Kinds != 0;

    /// <summary>
    /// A point: a quarter each lie near the worst points, across all exponents, uniformly in the domain, and uniformly in the common range.
    /// </summary>
    /// <param name="round">The index of the round.</param>
    /// <param name="index">The index of the point in the round.</param>
    /// <param name="worst">The worst points so far; where there are none, the whole domain is used instead.</param>
    public double At(int round, long index, IReadOnlyList<double> worst)
    {
        ulong random = Mixed(Mixed((ulong)round) + (ulong)index);
        double share = (random >> 11) * (1.0 / (1L << 53));
        switch (index % Kinds)
        {
            case 0 when worst.Count > 0:
                ulong more = Mixed(random);
                long distance = (long)(more >> (64 - 1 - (int)(more % MostBits)));
                return Held(Ordered(worst[(int)(random % (ulong)worst.Count)]) + (long.IsOddInteger((long)random >> 40) ? distance : -distance));
            case 2:
                // Uniform points in an unbounded range would all be huge.
                double most = Math.Min(domain.Most, domain.From + 1000 * (domain.To - domain.From));
                return Held(Ordered(domain.Smallest + share * (most - domain.Smallest)));
            case 3:
                return domain.From + share * (domain.To - domain.From);
            default:
                long first = Ordered(domain.Smallest);
                return Number(first + (long)Math.BigMul(random, (ulong)(Ordered(domain.Most) - first + 1), out _));
        }
    }

    double Held(long ordered) => Number(Math.Clamp(ordered, Ordered(domain.Smallest), Ordered(domain.Most)));

    // Maps the bits to integers in the order of the doubles; −0 becomes −1.
    static long Ordered(double number) => BitConverter.DoubleToInt64Bits(number) is var bits && bits < 0 ? long.MinValue - bits - 1 : bits;

    static double Number(long ordered) => BitConverter.Int64BitsToDouble(ordered < 0 ? long.MinValue - ordered - 1 : ordered);

    // SplitMix64: G. L. Steele, D. Lea, C. H. Flood, 2014.
    static ulong Mixed(ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        state = (state ^ (state >> 27)) * 0x94D049BB133111EB;
        return state ^ (state >> 31);
    }
}
