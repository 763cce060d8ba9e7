using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>The distribution of many numbers of at least 0, in classes that keep seven bits of the significand.</summary>
/// <remarks>
/// Two of them add up to the distribution of all numbers, in any order, so that a run in parts has the quantiles of a run in one. A quantile is the
/// largest number of its class, at most 1/128 above the exact one; the largest number is exact.
/// </remarks>
/// <param name="Classes">The classes that are not empty, ascending: the leading bits of their numbers.</param>
/// <param name="Counts">How many numbers each has.</param>
/// <param name="Largest">The largest number of each.</param>
sealed record Distribution(ImmutableArray<int> Classes, ImmutableArray<long> Counts, ImmutableArray<double> Largest)
{
    const int Dropped = 52 - 7;

    /// <summary>No numbers.</summary>
    public static Distribution None { get; } = new([], [], []);

    /// <summary>How many numbers there are.</summary>
    public long Total() => Counts.Sum();

    /// <summary>The largest number; 0 where there is none.</summary>
    public double Max() => Largest.IsEmpty ? 0 : Largest[^1];

    /// <summary>The number below which a share of all lies, within the width of a class; 0 where there is none.</summary>
    public double Quantile(double share)
    {
        long total = Total(), rank = (long)Math.Min(total - 1, share * total);
        for (int i = 0; i < Classes.Length; i++)
            if ((rank -= Counts[i]) < 0)
                return Largest[i];
        return 0;
    }

    /// <summary>The distribution of the numbers of both.</summary>
    public Distribution Plus(Distribution other)
    {
        var sum = new Builder();
        sum.Add(this);
        sum.Add(other);
        return sum.Build();
    }

    /// <summary>Collects numbers.</summary>
    public sealed class Builder
    {
        readonly Dictionary<int, (long Count, double Largest)> classes = [];

        /// <summary>Adds a number; NaN, which is the width of no interval that helps, counts as infinite.</summary>
        public void Add(double number)
        {
            double size = double.IsNaN(number) ? double.PositiveInfinity : Math.Abs(number);
            Add((int)(BitConverter.DoubleToUInt64Bits(size) >> Dropped), 1, size);
        }

        public void Add(Distribution other)
        {
            for (int i = 0; i < other.Classes.Length; i++)
                Add(other.Classes[i], other.Counts[i], other.Largest[i]);
        }

        public Distribution Build()
        {
            int[] keys = [.. classes.Keys.Order()];
            return new([.. keys], [.. keys.Select(key => classes[key].Count)], [.. keys.Select(key => classes[key].Largest)]);
        }

        void Add(int key, long count, double largest)
        {
            (long before, double most) = classes.GetValueOrDefault(key);
            classes[key] = (before + count, Math.Max(most, largest));
        }
    }
}
