using System.Numerics;

namespace ParityNet.Definitions.Numbers;

/// <summary>All values that a faithful implementation in <typeparamref name="T"/> can produce: an interval, and perhaps NaN.</summary>
/// <remarks>
/// <para>
/// Every operation is the exact operation on real intervals, rounded outward in a wider arithmetic, then widened by what rounding
/// to <typeparamref name="T"/> can do: <c>[min(L, RN(L)), max(H, RN(H))]</c>, since rounding to nearest is monotone. That covers the
/// unit roundoff, gradual underflow and overflow at once, and leaves exact results exact. The exact real result stays inside, so an
/// implementation that computes in a wider type and rounds once is inside too. Library functions are widened by their measured
/// error instead.
/// </para>
/// <para>
/// Where something on the way overflows or underflows, the enclosure is that of an implementation without such trouble; what the trouble
/// can lead to stands beside it (<see cref="ContainsBeyondRange"/>). Gradual underflow is a rounding like any other.
/// </para>
/// <para>Bounds are doubles for float and sums of two doubles for double.</para>
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly partial record struct Enclosure<T> : IReal<Enclosure<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // 2¹² ULP: wider than this an enclosure says little.
    const double VacuousWidth = 4096;

    readonly Bounds<T> bounds;

    readonly Factors factors;

    readonly OutOfRange<T>? beyond;

    Enclosure(Bounds<T> bounds, Factors factors, OutOfRange<T>? beyond = null)
    {
        this.bounds = bounds;
        this.factors = factors;
        this.beyond = beyond;
    }

    Enclosure(Bounds<T> bounds)
        : this(bounds, Factors.Of(bounds))
    {
    }

    /// <summary>The smallest value, rounded down to double; +∞ where NaN is the only one.</summary>
    public double Lo => Final.Lo.ToDoubleDown();

    /// <summary>The largest value, rounded up to double; −∞ where NaN is the only one.</summary>
    public double Hi => -(-Final.Hi).ToDoubleDown();

    /// <summary>The smallest double inside; what lies below it is outside.</summary>
    public double Smallest => -(-Final.Lo).ToDoubleDown();

    /// <summary>The largest double inside; what lies above it is outside.</summary>
    public double Largest => Final.Hi.ToDoubleDown();

    /// <summary>Whether NaN is among the values.</summary>
    public bool MayBeNaN => bounds.MayBeNaN;

    /// <summary>Whether a zero among the values may be negative.</summary>
    public bool MayBeMinusZero => Final.MayBeMinusZero;

    /// <summary>Whether there is exactly one value, and it is not NaN.</summary>
    public bool IsPoint => !MayBeNaN && Final.IsPoint;

    /// <summary>Whether NaN is the only value.</summary>
    public bool IsNaNOnly => bounds.IsEmpty;

    /// <summary>Whether overflow or underflow of what is computed on the way can lead to other values.</summary>
    public bool LeavesRange => beyond is not null;

    /// <summary>Whether that can be by underflow alone.</summary>
    public bool Vanishes => beyond is { Overflows: false };

    /// <summary>The width in ULP of the larger bound: 0 for a point, infinite for an unbounded one.</summary>
    public double WidthInUlp
    {
        get
        {
            Bounds<T> final = Final;
            if (final.IsEmpty || final.IsPoint)
                return 0;
            Wide width = -Wide.AddDown(-final.Hi, final.Lo);
            return width.ToDoubleDown() / Format<T>.Ulp(Wide.Max(Wide.Abs(final.Lo), Wide.Abs(final.Hi)));
        }
    }

    /// <summary>Whether the enclosure is infinite or wider than 2¹² ULP, so that being inside says little.</summary>
    public bool IsVacuous => !IsNaNOnly && !Final.IsPoint && !(WidthInUlp <= VacuousWidth);

    /// <summary>
    /// The largest term of the sum that the values come of, by their own scale and to a power of two; their own size where there is none.
    /// </summary>
    public double LargestTerm => Math.ScaleB(1, factors.Term);

    // The result itself is rounded to the type, whatever that makes of it.
    Bounds<T> Final => bounds.Final;

    /// <summary>NaN and nothing else.</summary>
    public static Enclosure<T> NaN => new(Bounds<T>.NaN);

    /// <inheritdoc/>
    public static Enclosure<T> Pi => new(Bounds<T>.Rounded(Wide.Below(WideFunctions.Pi), -Wide.Below(-WideFunctions.Pi), mayBeNaN: false));

    /// <inheritdoc/>
    public static Enclosure<T> Exact(double value) => new(Bounds<T>.Exact(value));

    /// <inheritdoc/>
    public static Enclosure<T> FromHost(Host value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Enclosure<double> host = value.Evaluate<Enclosure<double>>();
        Bounds<T> result = Rounded(host.bounds);
        return host.beyond is null && result.IsInRange
            ? new(result)
            : Beyond(result, Factors.Of(result), Rounded(host.Saturated) with { MayBeNaN = host.beyond is { Numbers.MayBeNaN: true } }, false);

        static Bounds<T> Rounded(Bounds<double> x) => x.IsEmpty ? Bounds<T>.NaN : Bounds<T>.Rounded(x.Lo, x.Hi, x.MayBeNaN, x.MayBeMinusZero);
    }

    /// <summary>Whether <paramref name="value"/> is one of the values. The sign of a zero does not count.</summary>
    /// <param name="value">What an implementation produced.</param>
    public bool Contains(T value) => Admits(double.CreateChecked(value));

    /// <summary>Whether a number is one of the values, or between them. The sign of a zero does not count.</summary>
    /// <param name="value">Any double, such as what a finer number system gives.</param>
    public bool Admits(double value) => Final.Admits(value);

    /// <summary>
    /// Whether <paramref name="value"/> can come of something on the way that rounding made infinite or 0 though it is neither.
    /// </summary>
    /// <remarks>
    /// That is an overflow or underflow of any operation or of a product of some factors in any order, and what follows from it: 0·∞, ∞ −
    /// ∞, ∞/∞, 0/0, 1/∞ = 0, the other branch of a comparison. NaN of an operation that is not defined for operands in range does not
    /// count.
    /// </remarks>
    /// <param name="value">What an implementation produced.</param>
    public bool ContainsBeyondRange(T value) => beyond is { } all && all.Numbers.Admits(double.CreateChecked(value));

    /// <inheritdoc/>
    public static Enclosure<T> Hull(Enclosure<T> a, Enclosure<T> b) => Joined(Bounds<T>.Hull(a.bounds, b.bounds), a, b, default);

    /// <inheritdoc/>
    public static Enclosure<T> Where(Truth condition, Enclosure<T> ifTrue, Enclosure<T> ifFalse)
    {
        if (!condition.IsMaybe)
            return condition.CanBeTrue ? ifTrue : ifFalse;
        Truth inRange = condition.InRange;
        return Joined(
            inRange.IsMaybe ? Bounds<T>.Hull(ifTrue.bounds, ifFalse.bounds) : inRange.CanBeTrue ? ifTrue.bounds : ifFalse.bounds, ifTrue, ifFalse, condition);
    }

    /// <inheritdoc/>
    public static Enclosure<T> WithDerivativeOf(Enclosure<T> primary, Enclosure<T> alternative) => primary;

    /// <inheritdoc/>
    public static Enclosure<T> Detach(Enclosure<T> a) => a;

    /// <summary>"[lo, hi]", with "or NaN" where NaN is possible.</summary>
    public override string ToString() => IsNaNOnly ? "NaN"
        : $"[{Lo:R}, {Hi:R}]{(MayBeNaN ? " or NaN" : string.Empty)}";
}
