using System.Globalization;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>A number of a paper or a data file, as its decimal digits stand there.</summary>
/// <param name="Digits">The significant digits as an integer.</param>
/// <param name="Exponent">The power of ten of the last digit.</param>
public readonly record struct DecimalNumber(long Digits, int Exponent)
{
    // Powers of ten up to this one are doubles.
    const int MostExact = 22;

    /// <summary>The nearest double.</summary>
    public double Value => double.Parse(ToString(), CultureInfo.InvariantCulture);

    /// <summary>Reads digits such as <c>-1.2E-3</c>.</summary>
    /// <param name="text">An invariant decimal number of at most 15 digits.</param>
    public static DecimalNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int e = text.IndexOfAny(['e', 'E']), exponent = e < 0 ? 0 : int.Parse(text[(e + 1)..], CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? text : text[..e];
        int point = mantissa.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
            exponent -= mantissa.Length - point - 1;
        return new(long.Parse(mantissa.Replace(".", string.Empty, StringComparison.Ordinal), CultureInfo.InvariantCulture), exponent);
    }

    /// <summary>The number in any system: as exact as that is.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    public R Of<R>() where R : struct, IReal<R>
    {
        R digits = R.Exact(Digits);
        return Exponent == 0 ? digits : Exponent > 0 ? digits * PowerOfTen<R>(Exponent) : digits / PowerOfTen<R>(-Exponent);
    }

    /// <summary>The digits and the power of ten.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Digits}e{Exponent}");

    static R PowerOfTen<R>(int exponent) where R : struct, IReal<R> => exponent > MostExact
        ? PowerOfTen<R>(MostExact) * PowerOfTen<R>(exponent - MostExact)
        : R.Exact(Math.Pow(10, exponent));
}
