using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace ParityNet.Parity.Cases;

/// <summary>The text forms of float and double numbers.</summary>
static class ElementType
{
    public static string Name<T>() where T : unmanaged => typeof(T) == typeof(float) ? "float32" : "float64";

    public static string Keyword<T>() where T : unmanaged => typeof(T) == typeof(float) ? "float" : "double";

    /// <summary>The number rounded to the element type.</summary>
    public static T Round<T>(double value) where T : unmanaged, IFloatingPointIeee754<T> => T.CreateTruncating(value);

    /// <summary>A C# literal with the same bits.</summary>
    public static string Literal<T>(T value) where T : unmanaged, IFloatingPointIeee754<T>
    {
        string keyword = Keyword<T>();
        if (T.IsNaN(value))
            return $"{keyword}.NaN";
        if (T.IsInfinity(value))
            return T.IsPositive(value) ? $"{keyword}.PositiveInfinity" : $"{keyword}.NegativeInfinity";
        string text = value.ToString("R", CultureInfo.InvariantCulture);
        if (text.Length <= 8)
            return typeof(T) == typeof(float) ? text + "f" : text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
        return typeof(T) == typeof(float)
            ? $"BitConverter.UInt32BitsToSingle(0x{Unsafe.BitCast<T, uint>(value):X8})"
            : $"BitConverter.UInt64BitsToDouble(0x{Unsafe.BitCast<T, ulong>(value):X16})";
    }

    /// <summary>A hexadecimal floating-point literal as in C.</summary>
    public static string Hex(double value)
    {
        if (!double.IsFinite(value))
            return double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
        string sign = double.IsNegative(value) ? "-" : "";
        if (value == 0)
            return sign + "0x0p+0";
        double size = Math.Abs(value);
        int exponent = Math.Max(Math.ILogB(size), -1022);
        // A subnormal number has the leading digit 0, as printf writes it.
        ulong bits = BitConverter.DoubleToUInt64Bits(size) & 0xF_FFFF_FFFF_FFFF;
        string digits = bits.ToString("x13", CultureInfo.InvariantCulture).TrimEnd('0');
        string lead = double.IsNormal(size) ? "1" : "0";
        return FormattableString.Invariant($"{sign}0x{lead}{(digits.Length > 0 ? "." : "")}{digits}p{exponent:+0;-0;+0}");
    }
}
