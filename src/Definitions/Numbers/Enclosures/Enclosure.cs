using System.Numerics;

namespace ParityNet.Definitions.Numbers;

/// <summary>
/// The set of values that a faithful implementation in <typeparamref name="T"/> can produce: an interval, and perhaps NaN.
/// </summary>
/// <remarks>
/// <para>
/// Every operation is the exact operation on real intervals, rounded outward in a wider arithmetic, then widened by rounding
/// to <typeparamref name="T"/>: <c>[min(L, RN(L)), max(H, RN(H))]</c>, since rounding to nearest is monotonic. That covers the
/// unit roundoff, gradual underflow and overflow at once, and leaves exact results exact. The exact real result stays inside, so an
/// implementation that computes in a wider type and rounds once is inside too. Library functions are widened by their measured
/// error instead.
/// </para>
/// <para>
/// If an intermediate result can overflow or underflow, the enclosure is that of an implementation in which it does not; the values that
/// overflow and underflow can lead to are kept separately (<see cref="ContainsBeyondRange"/>). Gradual underflow is an ordinary rounding.
/// </para>
/// <para>Bounds are doubles for float and double-doubles for double.</para>
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly partial record struct Enclosure<T> : IReal<Enclosure<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // 2¹² ULP: a wider enclosure says little.
    const double WideWidth = 4096;

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

    /// <summary>The lower bound, rounded down to double; +∞ if NaN is the only value.</summary>
    public double Lo => Final.Lo.ToDoubleDown();

    /// <summary>The upper bound, rounded up to double; −∞ if NaN is the only value.</summary>
    public double Hi => -(-Final.Hi).ToDoubleDown();

    /// <summary>The smallest double inside.</summary>
    public double Smallest => -(-Final.Lo).ToDoubleDown();

    /// <summary>The largest double inside.</summary>
    public double Largest => Final.Hi.ToDoubleDown();

    /// <summary>Whether NaN is among the values.</summary>
    public bool MayBeNaN => bounds.MayBeNaN;

    /// <summary>Whether a zero among the values may be negative.</summary>
    public bool MayBeMinusZero => Final.MayBeMinusZero;

    /// <summary>Whether there is exactly one value, and it is not NaN.</summary>
    public bool IsPoint => !MayBeNaN && Final.IsPoint;

    /// <summary>Whether NaN is the only value.</summary>
    public bool IsNaNOnly => bounds.IsEmpty;

    /// <summary>Whether overflow or underflow of intermediate results can lead to other values.</summary>
    public bool LeavesRange => beyond is not null;

    /// <summary>Whether only underflow of intermediate results can lead to other values.</summary>
    public bool Vanishes => beyond is { Overflows: false };

    /// <summary>The width in ULP of the bound of larger magnitude: 0 for a point, infinite for an unbounded enclosure.</summary>
    public double WidthInUlp
    {
        get
        {
            Bounds<T> final = Final;
            return final.IsEmpty || final.IsPoint ? 0 : Width / Format<T>.Ulp(Wide.Max(Wide.Abs(final.Lo), Wide.Abs(final.Hi)));
        }
    }

    /// <summary>The distance of the bounds: 0 for a point and for NaN alone, infinite for an unbounded enclosure.</summary>
    public double Width => Final is { IsEmpty: false, IsPoint: false } final ? (-Wide.AddDown(-final.Hi, final.Lo)).ToDoubleDown() : 0;

    /// <summary>Whether the enclosure is unbounded or wider than 2¹² ULP, so that containment says little.</summary>
    public bool IsWide => !IsNaNOnly && !Final.IsPoint && !(WidthInUlp <= WideWidth);

    /// <summary>
    /// The magnitude of the largest term of the last sum behind the value, scaled like the value, as a power of two; without a sum, the
    /// value's own magnitude.
    /// </summary>
    public double LargestTerm => Math.ScaleB(1, factors.Term);

    /// <summary>The magnitude of the largest term of all the sums that the value is computed from, rounded to a power of two.</summary>
    public double Scale => Math.ScaleB(1, factors.Scale);

    // The result itself is rounded to the type, and may overflow or underflow.
    Bounds<T> Final => bounds.Final;

    /// <summary>Only NaN.</summary>
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

    /// <summary>Whether <paramref name="value"/> is one of the values. The sign of a zero is ignored.</summary>
    /// <param name="value">The result of an implementation.</param>
    public bool Contains(T value) => Admits(double.CreateChecked(value));

    /// <summary>Whether a number is between the bounds, or NaN and possible. The sign of a zero is ignored.</summary>
    /// <param name="value">Any double, such as the result of a more precise number system.</param>
    public bool Admits(double value) => Final.Admits(value);

    /// <summary>
    /// Whether <paramref name="value"/> can result from the overflow or underflow of an intermediate result.
    /// </summary>
    /// <remarks>
    /// That is an overflow or underflow of any operation, or of a product of some of the factors in any order, and its consequences: 0·∞, ∞
    /// − ∞, ∞/∞, 0/0, 1/∞ = 0, the other branch of a comparison. NaN from an operation that is undefined for operands in range does not
    /// count.
    /// </remarks>
    /// <param name="value">The result of an implementation.</param>
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
            inRange.IsMaybe ? Bounds<T>.Hull(ifTrue.bounds, ifFalse.bounds) : inRange.CanBeTrue ? ifTrue.bounds : ifFalse.bounds, ifTrue, ifFalse,
                condition);
    }

    /// <inheritdoc/>
    public static Enclosure<T> WithDerivativeOf(Enclosure<T> primary, Enclosure<T> alternative) => primary;

    /// <inheritdoc/>
    public static Enclosure<T> Detach(Enclosure<T> a) => a;

    /// <summary>"[lo, hi]", with "or NaN" where NaN is possible.</summary>
    public override string ToString() => IsNaNOnly ? "NaN"
        : $"[{Lo:R}, {Hi:R}]{(MayBeNaN ? " or NaN" : string.Empty)}";
}
