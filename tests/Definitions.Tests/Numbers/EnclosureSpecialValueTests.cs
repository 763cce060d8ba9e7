using ParityNet.Definitions.Numbers;
using Xunit;
using Real = ParityNet.Definitions.Numbers.Enclosure<float>;

namespace ParityNet.Definitions.Tests.Numbers;

public class EnclosureSpecialValueTests
{
    const double Infinity = double.PositiveInfinity;

    static readonly Real Zero = Real.Exact(0), One = Real.Exact(1), Unbounded = Real.Exact(Infinity);

    static readonly Real AroundZero = Real.Hull(Real.Exact(-1), Real.Exact(1));

    [Fact]
    public void Undefined_operations_on_points_are_nothing_but_NaN() => Assert.All(
        [
            Unbounded - Unbounded, Zero * Unbounded, Zero / Zero, Unbounded / Unbounded, Real.Sqrt(-One), Real.Log(-One),
            Real.Log1p(Real.Exact(-2)), Real.NaN + One, Real.Exp(Real.NaN), Real.Max(Real.NaN, One), Real.Sum([One, Real.NaN], SumClass.Any),
            Real.Sum([One, Unbounded, One, -Unbounded], SumClass.Any),
        ],
        result => Assert.True(result.IsNaNOnly, result.ToString()));

    [Fact]
    public void Operations_that_some_values_leave_undefined_may_be_NaN() => Assert.All(
        [
            Real.Sqrt(AroundZero), Real.Log(AroundZero), AroundZero * Unbounded, AroundZero / AroundZero, Zero / AroundZero,
            Real.Hull(One, Unbounded) - Unbounded, Real.Log1p(AroundZero - One),
        ],
        result => Assert.True(result.MayBeNaN && !result.IsNaNOnly, result.ToString()));

    [Fact]
    public void Division_by_a_zero_of_known_sign_is_one_infinity()
    {
        Assert.Equal(new(Infinity, Infinity), Bounds(One / Zero));
        Assert.Equal(new(-Infinity, -Infinity), Bounds(-One / Zero));
        Assert.Equal(new(-Infinity, Infinity), Bounds(One / -Zero));
        Assert.Equal(new(1, Infinity), Bounds(One / Real.Abs(AroundZero)));
        Assert.Equal(new(Infinity, Infinity), Bounds(One / Real.Sqrt(Zero)));
    }

    [Fact]
    public void An_overflowing_result_keeps_its_exact_bound()
    {
        Real large = Real.Exact(float.MaxValue);
        Assert.Equal(new(2.0 * float.MaxValue, Infinity), Bounds(large * Real.Exact(2)));
        Assert.True((large + large).Contains(float.PositiveInfinity));
        Assert.False((large + large).MayBeNaN);
    }

    [Fact]
    public void A_product_below_the_subnormal_numbers_holds_itself_and_zero()
    {
        Real tiny = Real.Exact(1e-30f);
        Real product = tiny * tiny;
        Assert.True(product.Contains(0f));
        Assert.False(product.Contains(float.Epsilon));
    }

    [Fact]
    public void A_sigmoid_that_is_zero_because_its_exponential_overflows_is_beyond_the_range()
    {
        Assert.True(Real.Sigmoid(Real.Exact(-88.7229f)) is var sigmoid && sigmoid.ContainsBeyondRange(0) && !sigmoid.Contains(0));
        Assert.True(Real.Sigmoid(Real.Exact(-88.7229f)).Contains((float)Math.Exp(-88.7229f)));
        Assert.False(Real.Sigmoid(Real.Exact(-88f)).ContainsBeyondRange(0));
    }

    [Fact]
    public void Comparisons_with_NaN_are_false_and_comparisons_of_overlapping_intervals_undecided()
    {
        Assert.Equal(Truth.False, Real.NaN < One);
        Assert.Equal(Truth.False, Real.Equal(Real.NaN, Real.NaN));
        Assert.Equal(Truth.True, Real.IsNaN(Real.NaN));
        Assert.Equal(Truth.Maybe, AroundZero < Zero);
        Assert.Equal(Truth.True, AroundZero <= One);
        Assert.Equal(Truth.Maybe, AroundZero >= One);
        Assert.Equal(Truth.False, AroundZero > One);
        Assert.Equal(Truth.Maybe, Real.Hull(Real.NaN, Zero) < One);
        Assert.Equal(Truth.True, Real.Equal(Zero, -Zero));
    }

    [Fact]
    public void Where_takes_the_hull_of_both_branches_when_it_cannot_decide()
    {
        Assert.Equal(new(2, 3), Bounds(Real.Where(AroundZero > Zero, Real.Exact(2), Real.Exact(3))));
        Assert.Equal(new(2, 2), Bounds(Real.Where(One > Zero, Real.Exact(2), Real.Exact(3))));
        Assert.Equal(new(3, 3), Bounds(Real.Where(Real.NaN > Zero, Real.Exact(2), Real.Exact(3))));
    }

    [Fact]
    public void The_lazy_Where_evaluates_reachable_branches_alone() =>
        Assert.Equal(new(2, 2), Bounds(Lazily<Real>(One, Zero)));

    [Fact]
    public void Only_unbounded_or_very_wide_enclosures_are_wide()
    {
        Assert.False(One.IsWide);
        Assert.False(Unbounded.IsWide);
        Assert.False((One / Real.Exact(3)).IsWide);
        Assert.True(AroundZero.IsWide);
        Assert.True(Real.Hull(One, Unbounded).IsWide);
    }

    static R Lazily<R>(R one, R zero)
        where R : struct, IReal<R> => R.Where(one > zero, () => R.Two, () => throw new InvalidOperationException("not reachable"));

    static (double Lo, double Hi) Bounds(Real value) => (value.Lo, value.Hi);
}
