namespace ParityNet.Definitions.Numbers;

/// <summary>How an element type rounds.</summary>
/// <typeparam name="T">float or double.</typeparam>
static class Format<T>
    where T : unmanaged
{
    /// <summary>Bits of the significand: 24 or 53.</summary>
    public static readonly int Precision = IsSingle ? 24 : 53;

    /// <summary>The exponent of the smallest normal number.</summary>
    public static readonly int MinExponent = IsSingle ? -126 : -1022;

    /// <summary>The largest finite number.</summary>
    public static readonly double Largest = IsSingle ? float.MaxValue : double.MaxValue;

    /// <summary>The unit roundoff u.</summary>
    public static readonly double Unit = Math.ScaleB(1, -Precision);

    public static bool IsSingle => typeof(T) == typeof(float);

    /// <summary>The least value that rounding a real number of at least <paramref name="bound"/> can leave, by way of double or not.</summary>
    public static Wide Lower(Wide bound)
    {
        if (!IsSingle)
            return bound.Low > 0 ? bound.High : bound;
        double exact = bound.ToDoubleDown();
        return Math.Min(exact, (float)exact);
    }

    public static Wide Upper(Wide bound) => -Lower(-bound);

    /// <summary>At most <paramref name="bound"/>, as a bound of the type's own enclosures is held.</summary>
    public static Wide Outward(Wide bound) => IsSingle ? bound.ToDoubleDown() : bound;

    /// <summary>The least number of the type that is at least <paramref name="bound"/>.</summary>
    public static Wide Ceiling(Wide bound)
    {
        double above = -(-bound).ToDoubleDown();
        return !IsSingle ? above : (float)above >= above ? (float)above : MathF.BitIncrement((float)above);
    }

    /// <summary>The distance between numbers of the type around a real number.</summary>
    public static double Ulp(Wide value)
    {
        if (value.IsInfinite)
            return double.PositiveInfinity;
        int exponent = value.IsZero ? MinExponent : Math.Max(Math.ILogB(value.High), MinExponent);
        return Math.ScaleB(1, exponent - Precision + 1);
    }

    /// <summary>Whether multiplying numbers of the type by a power of two and ending here leaves no rounding.</summary>
    public static bool IsNormalOrZero(Wide value) =>
        value.IsZero || (Math.Abs(value.High) >= Math.ScaleB(1, MinExponent) && Math.Abs(value.High) <= Largest);
}
