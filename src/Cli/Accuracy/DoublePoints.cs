namespace ParityNet.Cli.Accuracy;

/// <summary>Arguments in <c>double</c>: a point depends on the number of its round, its own number and the worst points of the rounds before.</summary>
/// <param name="domain">Where they lie.</param>
sealed class DoublePoints(Domain domain)
{
    const int Kinds = 4;

    // Near the worst points: up to so many bits of the distance in numbers of the type.
    const int MostBits = 50;

    /// <summary>Whether a point was chosen without a look at results.</summary>
    /// <param name="index">Its number.</param>
    public static bool IsDrawn(long index) => index % Kinds != 0;

    /// <summary>A point: one of four near the worst, and as many drawn over all exponents, evenly over the domain, and evenly where arguments are used most.</summary>
    /// <param name="round">The number of the round.</param>
    /// <param name="index">The number of the point in it.</param>
    /// <param name="worst">The worst points so far; with none, the whole domain takes their place.</param>
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
                // Evenly over a range with no end there would be nothing but the largest numbers.
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

    // The bits as numbers in the order of the doubles; −0 is −1.
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
