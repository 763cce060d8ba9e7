namespace ParityNet.Native.Tests.Simd;

/// <summary>Inputs that functions get wrong: specials, thresholds and their neighbours, and random ones of every size.</summary>
static class Points
{
    static readonly double[] Landmarks =
    [
        0, double.Epsilon, 2.2250738585072014e-308, 1e-300, 1e-45, 1.1754943508222875e-38, 1e-30, 1e-10, 0.25, 0.34657359027997264,
        0.5, 0.7, 0.7071067811865476, 0.75, 1, 1.4142135623730951, 2, 3, 4, 6, 9.010913, 17.32868, 18.7, 19.0615, 20, 22, 37, 38.5, 38.7, 40, 60,
        87.33654, 88.72284, 89, 103.2789, 103.97208, 110, 150, 700, 708.3964185322641, 709.782712893384, 710, 745.1332191019411, 745.2, 1e5, 1e10,
        1e30, float.MaxValue, 1e300, double.MaxValue, double.PositiveInfinity, double.NaN,
    ];

    public static double[] Doubles(int seed, int count) => [.. Special<double>(Math.BitIncrement, Math.BitDecrement, x => x), .. Random(seed, count)];

    public static float[] Singles(int seed, int count) =>
        [.. Special<float>(MathF.BitIncrement, MathF.BitDecrement, x => (float)x), .. Random(seed, count).Select(x => (float)x)];

    static IEnumerable<T> Special<T>(Func<T, T> up, Func<T, T> down, Func<double, T> to) =>
        from x in Landmarks
        from signed in new[] { to(x), to(-x) }
        from near in new[] { signed, up(signed), down(signed) }
        select near;

    static IEnumerable<double> Random(int seed, int count)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            double sign = random.Next(2) == 0 ? 1 : -1;
            yield return sign * (i % 5) switch
            {
                0 => random.NextDouble(),
                1 => random.NextDouble() * 6,
                2 => random.NextDouble() * 40,
                3 => random.NextDouble() * 750,
                _ => Math.ScaleB(1 + random.NextDouble(), random.Next(-1074, 1024)),
            };
        }
    }
}
