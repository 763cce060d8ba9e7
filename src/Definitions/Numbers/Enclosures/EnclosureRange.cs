namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Enclosure<T>
{
    static readonly Bounds<T> Infinite = Bounds<T>.Exact(double.PositiveInfinity),
        Zeros = new(Wide.Zero, Wide.Zero, mayBeNaN: false, mayBeMinusZero: true);

    // Including the values that overflow and underflow add, without NaN.
    Bounds<T> Saturated => (beyond?.Numbers ?? bounds).Numbers;

    // The values that overflow and underflow can lead to, and NaN if only they can cause it.
    Bounds<T> Beside => beyond?.Numbers ?? bounds.Numbers;

    // All values, in range or not.
    Bounds<T> All => beyond is { } all ? all.Numbers with { MayBeNaN = all.Numbers.MayBeNaN || bounds.MayBeNaN } : bounds;

    static Enclosure<T> Lift(Enclosure<T> a, Func<Bounds<T>, Bounds<T>> operation, Func<Factors, Factors>? factors = null)
    {
        Bounds<T> result = operation(a.bounds);
        Factors all = factors is null ? Factors.Of(result) : factors(a.factors);
        return a.beyond is null && result.IsInRange && !all.Overflows<T>() && !all.Underflows<T>()
            ? new(result, all)
            : Beyond(result, all, operation(a.Saturated), operation(a.bounds.Numbers).MayBeNaN, a);
    }

    static Enclosure<T> Lift(
        Enclosure<T> a, Enclosure<T> b, Func<Bounds<T>, Bounds<T>, Bounds<T>> operation, Func<Enclosure<T>, Enclosure<T>, Bounds<T>, Factors> factors)
    {
        Bounds<T> result = operation(a.bounds, b.bounds);
        Factors all = factors(a, b, result);
        return a.beyond is null && b.beyond is null && result.IsInRange && !all.Overflows<T>() && !all.Underflows<T>()
            ? new(result, all)
            : Beyond(result, all, operation(a.Saturated, b.Saturated), operation(a.bounds.Numbers, b.bounds.Numbers).MayBeNaN, a, b);
    }

    // The result of an operation whose operands or result may have overflowed or underflowed. NaN that the operation also gives for
    // operands in range is not attributed to that.
    static Enclosure<T> Beyond(
        Bounds<T> result, Factors factors, Bounds<T> loose, bool isUndefinedInRange, params ReadOnlySpan<Enclosure<T>> operands)
    {
        bool overflows = false, underflows = false, mayBeNaN = loose.MayBeNaN && !isUndefinedInRange;
        foreach (Enclosure<T> operand in operands)
        {
            overflows |= operand.beyond is { Overflows: true };
            underflows |= operand.beyond is { Underflows: true };
            mayBeNaN |= operand.beyond is { Numbers.MayBeNaN: true };
        }

        // What an implementation with an exponent of its own has on the way is among the numbers too.
        Bounds<T> all = loose.IsEmpty ? loose : Bounds<T>.Hull(loose.Saturated(), loose);
        overflows |= all.Lo.IsInfinite && !loose.Lo.IsInfinite || all.Hi.IsInfinite && !loose.Hi.IsInfinite;
        underflows |= all.Lo.IsZero && !loose.Lo.IsZero || all.Hi.IsZero && !loose.Hi.IsZero;
        if (!all.IsEmpty && factors.Overflows<T>())
        {
            overflows = true;
            mayBeNaN |= all.HasZero || factors.Underflows<T>() || factors.IsMixed;
            bool eitherSign = factors.IsMixed || all.HasZero, isPositive = all.Hi.High > 0;
            if (eitherSign || isPositive)
                all = Bounds<T>.Hull(all, Infinite);
            if (eitherSign || !isPositive)
                all = Bounds<T>.Hull(all, -Infinite);
        }

        if (!all.IsEmpty && factors.Underflows<T>())
        {
            underflows = true;
            all = Bounds<T>.Hull(all, Zeros);
        }

        return With(result, factors, all with { MayBeNaN = mayBeNaN }, overflows, underflows);
    }

    static Enclosure<T> With(Bounds<T> result, Factors factors, Bounds<T> all, bool overflows, bool underflows) =>
        all.MayBeNaN || all.Lo != result.Lo
            || all.Hi != result.Hi ? new(result, factors, new OutOfRange<T>(all, overflows, underflows)) : new(result, factors);

    static Enclosure<T> Joined(Bounds<T> result, Enclosure<T> a, Enclosure<T> b, Truth condition)
    {
        var factors = Factors.Either(a.factors, b.factors);
        if (a.beyond is null && b.beyond is null && result.Lo == Wide.Min(a.bounds.Lo, b.bounds.Lo)
            && result.Hi == Wide.Max(a.bounds.Hi, b.bounds.Hi))
            return new(result, factors);
        Bounds<T> all = Bounds<T>.Hull(a.Saturated, b.Saturated);
        bool mayBeNaN = (a.MayBeNaN || b.MayBeNaN) && !result.MayBeNaN || a.beyond is { Numbers.MayBeNaN: true }
            || b.beyond is { Numbers.MayBeNaN: true };
        bool underflows = condition.Underflows || a.beyond is { Underflows: true } || b.beyond is { Underflows: true };
        bool overflows = condition.Overflows || a.beyond is { Overflows: true } || b.beyond is { Overflows: true };
        return With(result, factors, all with { MayBeNaN = mayBeNaN }, overflows, underflows);
    }
}
