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
/// <para>Bounds are doubles for float and sums of two doubles for double.</para>
/// </remarks>
/// <typeparam name="T">The element type: float or double.</typeparam>
public readonly partial record struct Enclosure<T> : IReal<Enclosure<T>>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // 2¹² ULP: wider than this an enclosure says little.
    const double VacuousWidth = 4096;

    readonly Wide lo, hi;

    Enclosure(Wide lo, Wide hi, bool mayBeNaN, bool mayBeMinusZero = false)
    {
        this.lo = lo;
        this.hi = hi;
        MayBeNaN = mayBeNaN;
        MayBeMinusZero = mayBeMinusZero;
    }

    /// <summary>The least value, rounded down to double; +∞ where NaN is the only one.</summary>
    public double Lo => lo.ToDoubleDown();

    /// <summary>The greatest value, rounded up to double; −∞ where NaN is the only one.</summary>
    public double Hi => -(-hi).ToDoubleDown();

    /// <summary>The least double inside; what lies below it is outside.</summary>
    public double Least => -(-lo).ToDoubleDown();

    /// <summary>The greatest double inside; what lies above it is outside.</summary>
    public double Greatest => hi.ToDoubleDown();

    /// <summary>Whether NaN is among the values.</summary>
    public bool MayBeNaN { get; }

    /// <summary>Whether a zero among the values may be negative.</summary>
    public bool MayBeMinusZero { get; }

    /// <summary>Whether there is exactly one value, and it is not NaN.</summary>
    public bool IsPoint => !MayBeNaN && lo == hi;

    /// <summary>Whether NaN is the only value.</summary>
    public bool IsNaNOnly => IsEmpty;

    /// <summary>The width in ULP of the larger bound: 0 for a point, infinite for an unbounded one.</summary>
    public double WidthInUlp
    {
        get
        {
            if (IsEmpty || lo == hi)
                return 0;
            Wide width = -Wide.AddDown(-hi, lo);
            return width.High / Format<T>.Ulp(Wide.Max(Wide.Abs(lo), Wide.Abs(hi)));
        }
    }

    /// <summary>Whether the enclosure is infinite or wider than 2¹² ULP, so that being inside says little.</summary>
    public bool IsVacuous => !IsEmpty && lo != hi && !(WidthInUlp <= VacuousWidth);

    /// <summary>NaN and nothing else.</summary>
    public static Enclosure<T> NaN => new(Wide.PositiveInfinity, Wide.NegativeInfinity, mayBeNaN: true);

    /// <inheritdoc/>
    public static Enclosure<T> Pi => Rounded(Wide.Below(WideFunctions.Pi), -Wide.Below(-WideFunctions.Pi), mayBeNaN: false);

    bool IsEmpty => hi < lo;

    bool HasZero => lo.High <= 0 && hi.High >= 0;

    bool HasInfinity => !IsEmpty && (lo.IsInfinite || hi.IsInfinite);

    /// <inheritdoc/>
    public static Enclosure<T> Exact(double value) => double.IsNaN(value)
        ? NaN
        : new(value, value, mayBeNaN: false, value == 0 && double.IsNegative(value));

    /// <inheritdoc/>
    public static Enclosure<T> FromHost(Host value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Enclosure<double> host = value.Evaluate<Enclosure<double>>();
        return host.IsEmpty ? NaN : Rounded(host.lo, host.hi, host.MayBeNaN, host.MayBeMinusZero);
    }

    /// <summary>Whether <paramref name="value"/> is one of the values. The sign of a zero does not count.</summary>
    /// <param name="value">What an implementation produced.</param>
    public bool Contains(T value) => Admits(double.CreateChecked(value));

    /// <summary>Whether a number is one of the values, or between them. The sign of a zero does not count.</summary>
    /// <param name="value">Any double, such as what a finer number system gives.</param>
    public bool Admits(double value) => double.IsNaN(value) ? MayBeNaN : lo <= value && hi >= value;

    /// <inheritdoc/>
    public static Enclosure<T> Hull(Enclosure<T> a, Enclosure<T> b) => new(
        Wide.Min(a.lo, b.lo),
        Wide.Max(a.hi, b.hi),
        a.MayBeNaN || b.MayBeNaN,
        a.MayBeMinusZero || b.MayBeMinusZero);

    /// <inheritdoc/>
    public static Enclosure<T> Where(Truth condition, Enclosure<T> ifTrue, Enclosure<T> ifFalse) =>
        condition.IsMaybe ? Hull(ifTrue, ifFalse) : condition.CanBeTrue ? ifTrue : ifFalse;

    /// <inheritdoc/>
    public static Enclosure<T> WithSlopeOf(Enclosure<T> primary, Enclosure<T> alternative) => primary;

    /// <inheritdoc/>
    public static Enclosure<T> Detach(Enclosure<T> a) => a;

    /// <summary>"[lo, hi]", with "or NaN" where NaN is possible.</summary>
    public override string ToString() => IsEmpty ? "NaN"
        : $"[{Lo:R}, {Hi:R}]{(MayBeNaN ? " or NaN" : string.Empty)}";

    // Real results between lo and hi, each then rounded to T or kept wider.
    static Enclosure<T> Rounded(Wide lo, Wide hi, bool mayBeNaN, bool mayBeMinusZero = false) =>
        new(Format<T>.Lower(lo), Format<T>.Upper(hi), mayBeNaN, mayBeMinusZero);
}
