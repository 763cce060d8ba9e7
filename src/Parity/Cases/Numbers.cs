using System.Collections.Immutable;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace ParityNet.Parity.Cases;

/// <summary>Generators of single numbers.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
static class Numbers<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly bool Single = typeof(T) == typeof(float);

    static readonly T Smallest = T.BitIncrement(T.Zero);

    static readonly T SmallestNormal = T.CreateChecked(Single ? 1.17549435E-38 : 2.2250738585072014E-308);

    static readonly T Largest = T.CreateChecked(Single ? float.MaxValue : double.MaxValue);

    static readonly Source<T> Unit = new(random => ElementType.Round<T>(random.NextUnit()));

    static readonly Source<T> Usual = new(random => ElementType.Round<T>(8 * random.NextUnit() - 4));

    static readonly Source<T> Small = new(random => T.CreateChecked(random.Next(9) - 4) / T.CreateChecked(2));

    static readonly Source<T> AnySize = new(random =>
        ElementType.Round<T>(Sign(random) * (1 + random.NextUnit()) * Math.Pow(10, random.NextUnit() * 38 - 30)));

    static readonly Source<T> NearZero = Source<T>.Among(
        T.Zero, T.NegativeZero, Smallest, -Smallest, Smallest * T.CreateChecked(1000), SmallestNormal, -SmallestNormal,
        T.BitDecrement(SmallestNormal), SmallestNormal * T.CreateChecked(3), T.CreateChecked(1e-20), T.CreateChecked(-1e-20));

    // exp overflows at 88.7 in float and 709.8 in double, and underflows to 0 at −103.9 and −745.1.
    static readonly Source<T> BigLogit = Source<T>.Among([.. new[]
    {
        -1e4, -746, -745, -709.5, -120, -103.9, -100, -88.8, -88.7, -87.3, -50, -37, -20, -17, -10,
        10, 17, 20, 20.5, 37, 50, 87.3, 88.7, 88.8, 100, 103.9, 120, 709.5, 710, 745, 1e4,
    }.Select(ElementType.Round<T>)]);

    static readonly Source<T> Oddity = Source<T>.Among(
        T.NaN, T.PositiveInfinity, T.NegativeInfinity, Largest, -Largest, T.BitDecrement(Largest), Largest / T.CreateChecked(2), T.Zero);

    // Just outside [0, 1], or farther away.
    static readonly Source<T> NoProbability = Source<T>.Among(
        T.NaN, T.PositiveInfinity, T.NegativeInfinity, -Smallest, -T.One / T.CreateChecked(2), T.BitIncrement(T.One), T.CreateChecked(2));

    static readonly Source<T> NoLogarithm = Source<T>.Among(T.NaN, T.PositiveInfinity, Smallest, T.One / T.CreateChecked(2), T.CreateChecked(2));

    /// <summary>Numbers of which most come from a palette and the others are ordinary.</summary>
    /// <param name="palette">The palette.</param>
    /// <param name="kinks">Points at which the op may switch formulas.</param>
    public static Source<T> Of(Palette palette, ImmutableArray<double> kinks) => palette switch
    {
        Palette.Wide => Source<T>.OneOf((5, AnySize), (1, Usual)),
        Palette.Kinks => Source<T>.OneOf((3, Kink(kinks)), (2, Usual), (1, Small)),
        Palette.Tiny => Source<T>.OneOf((3, NearZero), (1, Usual), (1, AnySize)),
        Palette.Logits => Source<T>.OneOf((2, BigLogit), (2, Usual), (1, Usual.Map(x => x * T.CreateChecked(30)))),
        Palette.Special => Source<T>.OneOf((1, Oddity), (3, Usual), (1, Small)),
        _ => Source<T>.OneOf((6, Usual), (1, Small)),
    };

    /// <summary>Numbers of a palette, mapped into a domain.</summary>
    public static Source<T> Of(Palette palette, ImmutableArray<double> kinks, Domain domain) => domain switch
    {
        Domain.UnitInterval => Source<T>.OneOf(
            (6, Unit),
            (palette == Palette.Special ? 2 : 0, NoProbability),
            (2, Source<T>.Among(T.Zero, T.One, T.One / T.CreateChecked(2), T.BitDecrement(T.One), Smallest, SmallestNormal)),
            (palette is Palette.Wide or Palette.Tiny ? 6 : 1, AnySize.Map(x => T.Min(T.One, T.Abs(x))))),
        Domain.LogProbability when palette == Palette.Special => Source<T>.OneOf(
            (2, NoLogarithm), (6, Usual.Map(x => -T.Abs(x))), (2, Source<T>.Among(T.Zero, -Smallest, T.NegativeInfinity, -Largest))),
        Domain.LogProbability => Of(palette, kinks).Map(x => -T.Abs(x)),
        Domain.Sign => Source<T>.OneOf((9, Source<T>.Among(-T.One, T.One)), (1, Of(palette, kinks))),
        Domain.Bit => Source<T>.Among(T.Zero, T.One),
        Domain.Positive => Of(palette, kinks).Map(x => x == T.Zero ? Smallest : T.Abs(x)),
        Domain.NotNegative or Domain.Weight => Source<T>.OneOf((5, Of(palette, kinks).Map(T.Abs)), (1, Source<T>.Among(T.Zero, T.One))),
        _ => Of(palette, kinks),
    };

    /// <summary>The number itself, or one of its floating-point neighbours.</summary>
    public static Gen<T> Near(T value) => Gen.Choose(0, 3).Select(step => Nudged(value, step));

    static Source<T> Kink(ImmutableArray<double> kinks) => new(random =>
    {
        double kink = kinks[random.Next(kinks.Length)];
        return Nudged(ElementType.Round<T>(Sign(random) * kink), random.Next(4));
    });

    static double Sign(Xoshiro random) => random.Next(2) == 0 ? -1 : 1;

    // Half of the numbers stay unchanged.
    static T Nudged(T value, int step) => step == 0 ? T.BitDecrement(value) : step == 1 ? T.BitIncrement(value) : value;
}
