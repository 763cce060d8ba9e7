namespace ParityNet.Definitions.Numbers;

readonly partial record struct Bounds<T>
{
    public static Bounds<T> Sqrt(Bounds<T> a)
    {
        if (!Clipped(ref a, 0))
            return NaN;
        return new(Root(Wide.SqrtDown(a.lo)), -Root(-Wide.SqrtUp(a.hi)), a.MayBeNaN, a.MayBeMinusZero);
    }

    public static Bounds<T> HostSqrt(Bounds<T> a)
    {
        if (!Clipped(ref a, 0))
            return NaN;
        return Rounded(Wide.SqrtDown(a.lo), Wide.SqrtUp(a.hi), a.MayBeNaN, a.MayBeMinusZero);
    }

    public static Bounds<T> Exp(Bounds<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Exp, Accuracy.Exp, new(0, 1), 0, double.PositiveInfinity);

    public static Bounds<T> Log(Bounds<T> a)
    {
        if (!Clipped(ref a, 0))
            return NaN;
        return Increasing(
            a,
            x => x.IsZero ? Wide.NegativeInfinity : x.IsInfinite ? x : WideFunctions.Log(x),
            Accuracy.Log,
            new(1, 0),
            double.NegativeInfinity,
            double.PositiveInfinity);
    }

    public static Bounds<T> Log1p(Bounds<T> a)
    {
        if (!Clipped(ref a, -1))
            return NaN;
        return Increasing(
            a,
            x => x == -1 ? Wide.NegativeInfinity : x.IsInfinite ? x : WideFunctions.Log1p(x),
            Accuracy.Log1p,
            new(0, 0),
            double.NegativeInfinity,
            double.PositiveInfinity);
    }

    public static Bounds<T> Expm1(Bounds<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Expm1, Accuracy.Expm1, new(0, 0), -1, double.PositiveInfinity);

    public static Bounds<T> Tanh(Bounds<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Tanh, Accuracy.Tanh, new(0, 0), -1, 1);

    public static Bounds<T> Erf(Bounds<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Erf, Accuracy.Erf, new(0, 0), -1, 1);

    public static Bounds<T> Sigmoid(Bounds<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Sigmoid, Accuracy.Sigmoid, new(0, 0.5), 0, 1);

    public static Bounds<T> Softplus(Bounds<T> a) => a.IsEmpty
        ? NaN
        : Increasing(
            a,
            x => x == Wide.PositiveInfinity ? x : WideFunctions.Softplus(x),
            Accuracy.Softplus,
            null,
            0,
            double.PositiveInfinity);

    public static Bounds<T> Atan(Bounds<T> a) => a.IsEmpty
        ? NaN
        : Increasing(a, WideFunctions.Atan, Accuracy.ArcTangent, new(0, 0), -2, 2);

    // The smallest number of the type that a library may return for a root; a representable root is exact in every library.
    static Wide Root(Wide root)
    {
        if (root.IsInfinite || (root.IsDouble && Format<T>.Lower(root) == root && Format<T>.Upper(root) == root))
            return root;
        Wide below = Wide.AddDown(root, -Accuracy.Sqrt * Format<T>.Ulp(root)), smallest = Format<T>.Ceiling(below);
        // Outside the normal range rounding has the same relative error.
        return Wide.Min(root, smallest.IsInfinite || smallest.Magnitude < Format<T>.MinExponent ? Format<T>.Lower(below) : smallest);
    }

    // Clips the operand to the domain [from, ∞) of a function; false if nothing is left.
    static bool Clipped(ref Bounds<T> a, double from)
    {
        if (a.hi < from || a.IsEmpty)
            return false;
        if (a.lo < from)
            a = new(from, a.hi, mayBeNaN: true, a.MayBeMinusZero);
        return true;
    }

    // An increasing function, exact at one given point, with a range from smallest to most.
    static Bounds<T> Increasing(
        Bounds<T> a, Func<Wide, Wide> function, double ulps, (double At, double Value)? exact, double smallest, double most)
    {
        Wide atLow = function(a.lo), atHigh = a.lo == a.hi ? atLow : function(a.hi);
        Wide low = Bound(a.lo, atLow, ulps, exact, smallest, up: false), high = Bound(a.hi, atHigh, ulps, exact, smallest, up: true);
        bool minusZero = smallest < 0 && a.CanBeNegative && !double.IsNegativeInfinity(smallest);
        return new(Wide.Max(low, smallest), Wide.Min(high, most), a.MayBeNaN, minusZero);
    }

    // The bound of the computed value of a function at x, which is exact at one given point.
    static Wide Bound(Wide x, Wide value, double ulps, (double At, double Value)? exact, double smallest, bool up)
    {
        if (exact is { } point && x == point.At)
            return point.Value;
        // What a function tends to is a number of the type, or infinite; π/2 is not.
        if ((x.IsInfinite && value.IsDouble) || (value.IsInfinite && value.High < 0))
            return value;
        if (value.IsInfinite)
            return up ? value : double.MaxValue;
        Wide bound = up ? -Outward(-value, ulps) : Outward(value, ulps);
        if (!up && smallest == 0)
            return KeepsSign(value, bound);
        // If f(0) = 0, every implementation gets the sign right.
        bool keepsSign = exact is (0, 0) && (up ? x.High < 0 : x.High > 0);
        return keepsSign && bound.High < 0 != x.High < 0 ? Wide.Zero : bound;
    }

    // A result between low and high, with an error of some ULP unless it is representable.
    static Bounds<T> Widened(Wide low, Wide high, bool mayBeNaN, double ulps, bool mayBeMinusZero)
    {
        bool exact = low == high && Format<T>.Lower(low) == low && Format<T>.Upper(high) == high && low.IsDouble;
        return exact || low.IsInfinite
            ? new(low, high, mayBeNaN, mayBeMinusZero)
            : new(KeepsSign(low, Outward(low, ulps)), -KeepsSign(-high, Outward(-high, ulps)), mayBeNaN, mayBeMinusZero);
    }

    // Without underflow, the computed value of a positive number is positive.
    static Wide KeepsSign(Wide value, Wide bound) => value.High > 0 && bound.High <= 0 ? Wide.Min(value, Format<T>.Vanishing) : bound;

    static Wide Outward(Wide value, double ulps)
    {
        if (value.IsInfinite)
            return value;
        // Beyond the largest number of the type the ULP keeps growing.
        return Math.Abs(value.High) > Format<T>.Largest || value.Exponent > 0
            ? Wide.Below(value, WideFunctions.Margin + 2 * ulps * Format<T>.Unit)
            : Format<T>.Outward(Wide.AddDown(Wide.Below(value, WideFunctions.Margin, WideFunctions.Steps), -ulps * Format<T>.Ulp(value)));
    }
}
