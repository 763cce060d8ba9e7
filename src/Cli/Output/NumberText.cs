using System.Globalization;

namespace ParityNet.Cli.Output;

/// <summary>Numbers as people read them.</summary>
static class NumberText
{
    /// <summary>Some digits, enough to compare.</summary>
    public static string Short(double number) => double.IsNaN(number) ? "—" : Math.Abs(number) switch
    {
        >= 1e6 or (> 0 and < 1e-3) => number.ToString("0.###e+0", CultureInfo.InvariantCulture),
        >= 100 => number.ToString("0.#", CultureInfo.InvariantCulture),
        _ => number.ToString("0.####", CultureInfo.InvariantCulture),
    };

    /// <summary>A count with its noun: <c>1 case</c>, <c>1200 cases</c>.</summary>
    public static string Count(long n, string noun) => FormattableString.Invariant($"{n} {noun}{(n == 1 ? "" : "s")}");

    /// <summary>All digits that tell the number from its neighbours, and the bits as a hexadecimal float.</summary>
    public static string Exact(double number, bool single) => $"{(single ? ((float)number).ToString("R", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture))} ({Hex(number)})";

    /// <summary>A number as C writes it with <c>%a</c>.</summary>
    public static string Hex(double number)
    {
        if (!double.IsFinite(number))
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        string sign = double.IsNegative(number) ? "-" : "";
        if (number == 0)
            return sign + "0x0p+0";
        long bits = BitConverter.DoubleToInt64Bits(number);
        int exponent = (int)(bits >> 52) & 0x7FF;
        string digits = (bits & 0xFFFFFFFFFFFFF).ToString("x13", CultureInfo.InvariantCulture).TrimEnd('0');
        string point = digits.Length > 0 ? "." : "";
        int power = exponent == 0 ? -1022 : exponent - 1023;
        return $"{sign}0x{(exponent == 0 ? 0 : 1)}{point}{digits}p{(power < 0 ? "" : "+")}{power}";
    }
}
