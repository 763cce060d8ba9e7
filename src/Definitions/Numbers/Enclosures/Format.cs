namespace ParityNet.Definitions.Numbers;

/// <summary>The floating-point format of an element type, and rounding to it.</summary>
/// <typeparam name="T">float or double.</typeparam>
static class Format<T>
    where T : unmanaged
{
    /// <summary>The precision of the significand in bits: 24 or 53.</summary>
    public static readonly int Precision = IsSingle ? 24 : 53;

    /// <summary>The exponent of the smallest normal number.</summary>
    public static readonly int MinExponent = IsSingle ? -126 : -1022;

    /// <summary>The largest finite number.</summary>
    public static readonly double Largest = IsSingle ? float.MaxValue : double.MaxValue;

    /// <summary>The smallest positive (subnormal) number.</summary>
    public static readonly double Smallest = IsSingle ? float.Epsilon : double.Epsilon;

    /// <summary>
    /// Stands for all positive numbers that underflow to 0: smaller than any product of a few hundred representable numbers.
    /// </summary>
    public static readonly Wide Vanishing = new(1, 0, -(1 << 20));

    /// <summary>The unit roundoff u.</summary>
    public static readonly double Unit = Math.ScaleB(1, -Precision);

    public static bool IsSingle => typeof(T) == typeof(float);

    /// <summary>
    /// The smallest value that rounding a real number of at least <paramref name="bound"/> can give, directly or through double.
    /// </summary>
    /// <remarks>The range is ignored: a number that would underflow or overflow keeps its sign and its magnitude.</remarks>
    public static Wide Lower(Wide bound)
    {
        if (bound.IsZero || bound.IsInfinite)
            return bound;
        Wide outward = Outward(bound);
        double rounded = Nearest(outward);
        Wide lower = rounded == 0 ? (bound.High > 0 ? Wide.Min(outward, Vanishing) : outward)
            : double.IsInfinity(rounded) ? outward
            : Wide.Min(outward, rounded);
        // Outside the normal range an implementation may keep an exponent of its own, and round to the full precision.
        return double.IsInfinity(rounded) || Math.Abs(rounded) < Math.ScaleB(1, MinExponent) ? Wide.Min(lower, RoundedBeyond(outward)) : lower;
    }

    // Rounds to the type's precision with an unbounded exponent.
    static Wide RoundedBeyond(Wide value)
    {
        int exponent = value.Magnitude;
        Wide near = Wide.ScaleDown(value, -exponent);
        return Wide.ScaleDown(IsSingle ? (float)near.ToDoubleDown() : near.High, exponent);
    }

    public static Wide Upper(Wide bound) => -Lower(-bound);

    /// <summary>
    /// Rounds <paramref name="bound"/> down to the representation of the bounds of this type: double for float, else unchanged.
    /// </summary>
    public static Wide Outward(Wide bound) => IsSingle && bound.Exponent == 0 ? bound.ToDoubleDown() : bound;

    /// <summary>
    /// The number of the type nearest to <paramref name="value"/>, either one on a tie; infinity or 0 outside the type's range.
    /// </summary>
    public static double Nearest(Wide value)
    {
        double near = Math.ScaleB(value.High, value.Exponent);
        if (IsSingle)
            return (float)near;
        // The low part breaks a tie of the high part.
        double back = Math.ScaleB(near, -value.Exponent);
        return value.Exponent < 0 && value.Low < 0 && back > value.High
            && back - value.High == value.High - Math.ScaleB(Math.BitDecrement(near), -value.Exponent)
            ? Math.BitDecrement(near)
            : near;
    }

    /// <summary>The smallest number of the type that is at least <paramref name="bound"/>.</summary>
    public static Wide Ceiling(Wide bound)
    {
        double above = -(-bound).ToDoubleDown();
        return !IsSingle ? above : (float)above >= above ? (float)above : MathF.BitIncrement((float)above);
    }

    /// <summary>The ULP of the type at a real number.</summary>
    public static double Ulp(Wide value)
    {
        if (value.IsInfinite)
            return double.PositiveInfinity;
        int exponent = value.IsZero ? MinExponent : Math.Max(value.Magnitude, MinExponent);
        return Math.ScaleB(1, exponent - Precision + 1);
    }

    /// <summary>Whether scaling a number of the type by a power of two to this result is exact.</summary>
    public static bool IsNormalOrZero(Wide value) =>
        value.IsZero || (value.Exponent == 0 && Math.Abs(value.High) >= Math.ScaleB(1, MinExponent) && Math.Abs(value.High) <= Largest);
}
