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

    /// <summary>The smallest number above 0.</summary>
    public static readonly double Smallest = IsSingle ? float.Epsilon : double.Epsilon;

    /// <summary>Stands for all numbers above 0 that rounding makes 0: smaller than any product of a few hundred of them.</summary>
    public static readonly Wide Vanishing = new(1, 0, -(1 << 20));

    /// <summary>The unit roundoff u.</summary>
    public static readonly double Unit = Math.ScaleB(1, -Precision);

    public static bool IsSingle => typeof(T) == typeof(float);

    /// <summary>
    /// The smallest value that rounding a real number of at least <paramref name="bound"/> can leave, by way of double or not.
    /// </summary>
    /// <remarks>The type's range does not count: what rounding would make 0 or infinite keeps its sign and its size.</remarks>
    public static Wide Lower(Wide bound)
    {
        if (bound.IsZero || bound.IsInfinite)
            return bound;
        Wide outward = Outward(bound);
        double rounded = Nearest(outward);
        return rounded == 0 ? (bound.High > 0 ? Wide.Min(outward, Vanishing) : outward)
            : double.IsInfinity(rounded) ? Wide.Min(outward, RoundedBeyond(outward))
            : Wide.Min(outward, rounded);
    }

    // With the type's precision, as if there were no largest number.
    static Wide RoundedBeyond(Wide value)
    {
        int exponent = value.Magnitude;
        Wide near = Wide.ScaleDown(value, -exponent);
        return Wide.ScaleDown(IsSingle ? (float)near.ToDoubleDown() : near.High, exponent);
    }

    public static Wide Upper(Wide bound) => -Lower(-bound);

    /// <summary>At most <paramref name="bound"/>, as a bound of the type's own enclosures is held.</summary>
    public static Wide Outward(Wide bound) => IsSingle && bound.Exponent == 0 ? bound.ToDoubleDown() : bound;

    /// <summary>
    /// A number of the type next to <paramref name="value"/>; the lower one where both are as near, and an infinity or 0 beyond the type's
    /// range.
    /// </summary>
    public static double Nearest(Wide value)
    {
        double near = Math.ScaleB(value.High, value.Exponent);
        if (IsSingle)
            return (float)near;
        // A tie of the first double that the second one breaks.
        double back = Math.ScaleB(near, -value.Exponent);
        return value.Exponent < 0 && value.Low < 0 && back > value.High && back - value.High == value.High - Math.ScaleB(Math.BitDecrement(near), -value.Exponent)
            ? Math.BitDecrement(near)
            : near;
    }

    /// <summary>The smallest number of the type that is at least <paramref name="bound"/>.</summary>
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
        int exponent = value.IsZero ? MinExponent : Math.Max(value.Magnitude, MinExponent);
        return Math.ScaleB(1, exponent - Precision + 1);
    }

    /// <summary>Whether multiplying numbers of the type by a power of two and ending here leaves no rounding.</summary>
    public static bool IsNormalOrZero(Wide value) =>
        value.IsZero || (value.Exponent == 0 && Math.Abs(value.High) >= Math.ScaleB(1, MinExponent) && Math.Abs(value.High) <= Largest);
}
