using System.Numerics;

namespace ParityNet.Definitions.Tests.Numbers;

/// <summary>Values that are hard on arithmetic, and random ones of every magnitude.</summary>
static class Points
{
    public static T[] Adversarial<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T one = T.One, two = one + one, largest = Largest<T>(), normal = SmallestNormal<T>(), tiny = T.Epsilon;
        T[] positive =
        [
            T.Zero, tiny, tiny * two, normal - tiny, normal, normal + tiny, normal * two, T.BitDecrement(one), one, T.BitIncrement(one),
            one / two, two, two + one, T.CreateChecked(0.1), T.CreateChecked(1e-8), T.CreateChecked(1e-30), T.CreateChecked(1e8),
            T.CreateChecked(0.7), T.CreateChecked(20), T.CreateChecked(88.72284), T.CreateChecked(-103.9),
            T.CreateChecked(709.7827128933841), T.CreateChecked(745.2), T.Sqrt(largest), T.Sqrt(normal), largest / two,
            T.BitDecrement(largest), largest, T.PositiveInfinity, T.NaN, T.Pi, T.E, T.CreateChecked(6), T.CreateChecked(2.5),
        ];
        return [.. positive, .. positive.Select(x => -x)];
    }

    public static T Random<T>(Random random)
        where T : unmanaged, IFloatingPointIeee754<T> => random.Next(6) switch
        {
            0 => FromBits<T>(random),
            1 => T.CreateTruncating(random.NextDouble() * 2 - 1),
            2 => T.CreateTruncating(random.NextDouble() * 200 - 100),
            3 => T.CreateTruncating(Math.Pow(10, random.NextDouble() * 38 - 30) * (random.Next(2) * 2 - 1)),
            4 => T.CreateTruncating(random.Next(-8, 9)) / T.CreateTruncating(1 << random.Next(4)),
            _ => Choose(Adversarial<T>(), random),
        };

    public static T Largest<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => T.BitDecrement(T.PositiveInfinity);

    public static T SmallestNormal<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => T.CreateChecked(typeof(T) == typeof(float) ? Math.ScaleB(1, -126) : Math.ScaleB(1, -1022));

    static T Choose<T>(T[] values, Random random) => values[random.Next(values.Length)];

    static T FromBits<T>(Random random)
        where T : unmanaged, IFloatingPointIeee754<T> => typeof(T) == typeof(float)
            ? T.CreateTruncating(BitConverter.Int32BitsToSingle((int)random.NextInt64()))
            : T.CreateTruncating(BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
}
