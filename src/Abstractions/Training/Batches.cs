using System.Collections.Immutable;

namespace ParityNet.Training;

/// <summary>Mini-batches from a seeded shuffle: a pure function of its arguments, so that every backend sees the same ones.</summary>
public static class Batches
{
    /// <summary>A random order of the examples.</summary>
    /// <remarks>R. Durstenfeld's shuffle, 1964: every order is as likely as any other.</remarks>
    /// <param name="count">The number of examples; at least 0.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="epoch">The epoch, from 0; each has an order of its own.</param>
    /// <returns>The numbers 0 to count − 1, shuffled.</returns>
    public static ImmutableArray<int> Order(int count, ulong seed, int epoch = 0)
    {
        int[] order = [.. Enumerable.Range(0, Require.AtLeast(count, 0, nameof(count)))];
        // The generator's own seeding scatters neighbouring seeds; the odd factor keeps (seed, epoch) pairs apart.
        var random = new Xoshiro(seed + 0xD1342543DE82EF95 * (ulong)(uint)epoch);
        for (int last = order.Length - 1; last > 0; last--)
        {
            int other = random.Next(last + 1);
            (order[last], order[other]) = (order[other], order[last]);
        }
        return [.. order];
    }

    /// <summary>The batches of one epoch: every example once, in a random order; the last batch may be smaller.</summary>
    /// <param name="count">The number of examples; at least 0.</param>
    /// <param name="size">The batch size; at least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="epoch">The epoch, from 0.</param>
    /// <returns>The indices of the examples of each batch.</returns>
    public static IEnumerable<ImmutableArray<int>> Of(int count, int size, ulong seed, int epoch)
    {
        Require.AtLeast(size, 1, nameof(size));
        return Order(count, seed, epoch).Chunk(size).Select(batch => batch.ToImmutableArray());
    }

    /// <summary>The number of steps per epoch.</summary>
    /// <param name="count">The number of examples; at least 0.</param>
    /// <param name="size">The batch size; at least 1.</param>
    /// <returns>The quotient, rounded up.</returns>
    public static int Steps(int count, int size) => (Require.AtLeast(count, 0, nameof(count)) + Require.AtLeast(size, 1, nameof(size)) - 1) / size;
}
