using System.Numerics;

namespace ParityNet;

/// <summary>A small pseudorandom generator whose numbers depend on its seed only: xoshiro256**, seeded by SplitMix64.</summary>
/// <remarks>D. Blackman and S. Vigna, 2018. The platform's generator may change between versions; this one may not.</remarks>
public sealed class Xoshiro
{
    readonly ulong[] s = new ulong[4];

    /// <summary>Seeds the generator.</summary>
    /// <param name="seed">Any number.</param>
    public Xoshiro(ulong seed)
    {
        for (int i = 0; i < s.Length; i++)
        {
            ulong z = seed += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            s[i] = z ^ (z >> 31);
        }
    }

    /// <summary>The next 64 random bits.</summary>
    /// <returns>A uniformly distributed 64-bit integer.</returns>
    public ulong Next()
    {
        ulong result = BitOperations.RotateLeft(s[1] * 5, 7) * 9, t = s[1] << 17;
        s[2] ^= s[0];
        s[3] ^= s[1];
        s[1] ^= s[2];
        s[0] ^= s[3];
        s[2] ^= t;
        s[3] = BitOperations.RotateLeft(s[3], 45);
        return result;
    }

    /// <summary>A number from 0, included, to 1, excluded: a multiple of 2⁻⁵³.</summary>
    /// <returns>The number.</returns>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>A number from the normal distribution of mean 0 and standard deviation 1.</summary>
    /// <remarks>G. Marsaglia's polar method; the same number on every machine.</remarks>
    /// <returns>The number.</returns>
    public double NextNormal()
    {
        while (true)
        {
            double x = 2 * NextUnit() - 1, y = 2 * NextUnit() - 1, square = x * x + y * y;
            if (square is > 0 and < 1)
                return x * Math.Sqrt(-2 * PortableMath.Log(square) / square);
        }
    }

    /// <summary>An integer from 0 to <paramref name="bound"/> − 1, uniformly distributed.</summary>
    /// <param name="bound">The number of integers; greater than 0.</param>
    /// <returns>The integer.</returns>
    public int Next(int bound) => (int)(((UInt128)Next() * (ulong)Require.AtLeast(bound, 1, nameof(bound))) >> 64);
}
