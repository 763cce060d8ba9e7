using System.Numerics;

namespace ParityNet.Definitions.Numbers;

readonly partial record struct Bounds<T>
{
    // Below this the sign of the argument is that of the sine.
    const double SameSign = 3;

    static Bounds<T> Circle => new(-1, 1, mayBeNaN: false, mayBeMinusZero: true);

    // sin is increasing or decreasing between π/2 + nπ, at which it is 1 for even n.
    public static Bounds<T> Sin(Bounds<T> a) => Wave(a, BallTrigonometry.Sin, (0, 0), quarter => (quarter - 1) >> 1);

    // cos is increasing or decreasing between nπ, at which it is 1 for even n.
    public static Bounds<T> Cos(Bounds<T> a) => Wave(a, BallTrigonometry.Cos, (0, 1), quarter => quarter >> 1);

    static Bounds<T> Wave(Bounds<T> a, Func<Ball, Ball> function, (double, double) exact, Func<BigInteger, BigInteger> piece)
    {
        if (a.IsEmpty)
            return NaN;
        if (a.HasInfinity)
            return a.IsPoint ? NaN : Circle with { MayBeNaN = true };
        Ball low = a.lo.ToBall(), high = a.hi.ToBall();
        if (BallTrigonometry.Quarter(low) is not { } first || BallTrigonometry.Quarter(high) is not { } last || piece(last) - piece(first) > 1)
            return Circle with { MayBeNaN = a.MayBeNaN };
        (Wide least, Wide most) = At(a.lo, low);
        if (!a.IsPoint)
        {
            (Wide Low, Wide High) end = At(a.hi, high);
            (least, most) = (Wide.Min(least, end.Low), Wide.Max(most, end.High));
        }

        if (piece(first) != piece(last))
            (least, most) = piece(last).IsEven ? (least, Wide.One) : (-1, most);
        return new(Wide.Max(least, -1), Wide.Min(most, Wide.One), a.MayBeNaN, a.CanBeNegative);

        (Wide Low, Wide High) At(Wide x, Ball ball)
        {
            Wide value = Wide.Of(function(ball));
            (double, double)? known = Math.Abs(x.High) < SameSign ? exact : null;
            return (Bound(x, value, Accuracy.Sine, known, -1, up: false), Bound(x, value, Accuracy.Sine, known, -1, up: true));
        }
    }
}
