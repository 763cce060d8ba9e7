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

    // 53 random bits, so that no low bit of a double is always 0.
    static readonly Gen<double> Unit =
        from high in Gen.Choose(0, (1 << 26) - 1) from low in Gen.Choose(0, (1 << 27) - 1) select (high * (double)(1 << 27) + low) / (1L << 53);

    static readonly Gen<T> Usual = Unit.Select(u => ElementType.Round<T>(8 * u - 4));

    static readonly Gen<T> Small = Gen.Choose(-4, 4).Select(i => T.CreateChecked(i) / T.CreateChecked(2));

    static readonly Gen<T> AnySize =
        from sign in Gen.Elements(-1.0, 1.0)
        from power in Unit
        from mantissa in Unit
        select ElementType.Round<T>(sign * (1 + mantissa) * Math.Pow(10, power * 38 - 30));

    static readonly Gen<T> NearZero = Gen.Elements(
        T.Zero, T.NegativeZero, Smallest, -Smallest, Smallest * T.CreateChecked(1000), SmallestNormal, -SmallestNormal,
        T.BitDecrement(SmallestNormal), SmallestNormal * T.CreateChecked(3), T.CreateChecked(1e-20), T.CreateChecked(-1e-20));

    // Around 88.7 and 709.8 the exponential overflows, around −103.9 and −745.1 it vanishes.
    static readonly Gen<T> BigLogit = Gen.Elements(
        -1e4, -746, -745, -709.5, -120, -103.9, -100, -88.8, -88.7, -87.3, -50, -37, -20, -17, -10,
        10, 17, 20, 20.5, 37, 50, 87.3, 88.7, 88.8, 100, 103.9, 120, 709.5, 710, 745, 1e4).Select(ElementType.Round<T>);

    static readonly Gen<T> Oddity = Gen.Elements(
        T.NaN, T.PositiveInfinity, T.NegativeInfinity, Largest, -Largest, T.BitDecrement(Largest), Largest / T.CreateChecked(2), T.Zero);

    static readonly Gen<int> Nudge = Gen.Elements(0, 0, -1, 1);

    /// <summary>A number of a palette; most numbers of a case come from one, the others are ordinary.</summary>
    /// <param name="palette">The palette.</param>
    /// <param name="kinks">Places at which something changes.</param>
    public static Gen<T> Of(Palette palette, ImmutableArray<double> kinks) => palette switch
    {
        Palette.Wide => Gen.Frequency((5, AnySize), (1, Usual)),
        Palette.Kinks => Gen.Frequency((3, Kink(kinks)), (2, Usual), (1, Small)),
        Palette.Tiny => Gen.Frequency((3, NearZero), (1, Usual), (1, AnySize)),
        Palette.Logits => Gen.Frequency((2, BigLogit), (2, Usual), (1, Usual.Select(x => x * T.CreateChecked(30)))),
        Palette.Special => Gen.Frequency((1, Oddity), (3, Usual), (1, Small)),
        _ => Gen.Frequency((6, Usual), (1, Small)),
    };

    /// <summary>A number of a palette, brought into a domain.</summary>
    public static Gen<T> Of(Palette palette, ImmutableArray<double> kinks, Domain domain) => domain switch
    {
        Domain.UnitInterval => Gen.Frequency(
            (6, Unit.Select(ElementType.Round<T>)),
            (2, Gen.Elements(T.Zero, T.One, T.One / T.CreateChecked(2), T.BitDecrement(T.One), Smallest, SmallestNormal)),
            (palette is Palette.Wide or Palette.Tiny ? 6 : 1, AnySize.Select(x => T.Min(T.One, T.Abs(x))))),
        Domain.LogProbability => Of(palette == Palette.Special ? Palette.Logits : palette, kinks).Select(x => -T.Abs(x)),
        Domain.Sign => Gen.Frequency((9, Gen.Elements(-T.One, T.One)), (1, Of(palette, kinks))),
        Domain.Bit => Gen.Elements(T.Zero, T.One),
        Domain.Positive => Of(palette, kinks).Select(x => x == T.Zero ? Smallest : T.Abs(x)),
        Domain.NotNegative or Domain.Weight => Gen.Frequency((5, Of(palette, kinks).Select(T.Abs)), (1, Gen.Elements(T.Zero, T.One))),
        _ => Of(palette, kinks),
    };

    /// <summary>The same number, or one of its neighbours.</summary>
    public static Gen<T> Near(T value) => Nudge.Select(step => step < 0 ? T.BitDecrement(value) : step > 0 ? T.BitIncrement(value) : value);

    static Gen<T> Kink(ImmutableArray<double> kinks) =>
        from kink in Gen.Elements<double>([.. kinks])
        from sign in Gen.Elements(-1.0, 1.0)
        from number in Near(ElementType.Round<T>(sign * kink))
        select number;
}
