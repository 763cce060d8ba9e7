using System.Globalization;
using System.Numerics;

namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Exact
{
    /// <summary>The midpoint, without the radius.</summary>
    internal Exact Middle => new(ball with { Radius = 0 }, kind);

    /// <summary>The radius, exactly.</summary>
    internal Exact Reach => new(new Ball(ball.Radius, 0, ball.Exponent), kind);

    /// <summary>The largest magnitude of a member.</summary>
    internal Exact LargestMagnitude => new(new Ball(BigInteger.Abs(ball.Mid) + ball.Radius, 0, ball.Exponent), kind);

    /// <summary>The smallest and the largest member.</summary>
    internal (Exact Low, Exact High) Ends => (Middle - Reach, Middle + Reach);

    /// <summary>All numbers within a distance of a midpoint.</summary>
    internal static Exact Around(Exact middle, Exact distance)
    {
        Ball most = distance.LargestMagnitude.ball;
        return middle.IsFinite && distance.IsFinite ? new(middle.ball + new Ball(0, most.Mid, most.Exponent)) : new(default, Kind.Undecided);
    }

    /// <summary>The midpoint in scientific notation, correctly rounded (halves away from 0).</summary>
    /// <param name="digits">How many significant digits.</param>
    public string ToString(int digits)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(digits, 1);
        if (!IsFinite)
            return ToString();
        if (ball.Mid.IsZero)
            return "0";
        (BigInteger numerator, BigInteger denominator) = ball.Exponent >= 0
            ? (BigInteger.Abs(ball.Mid) << ball.Exponent, BigInteger.One)
            : (BigInteger.Abs(ball.Mid), BigInteger.One << -ball.Exponent);
        int exponent = (int)Math.Floor(ball.Magnitude * Math.Log10(2));
        BigInteger significand = Significand();
        if (significand >= BigInteger.Pow(10, digits))
        {
            exponent++;
            significand = Significand();
        }

        string text = significand.ToString(CultureInfo.InvariantCulture);
        string point = digits > 1 ? "." : string.Empty;
        return string.Create(CultureInfo.InvariantCulture, $"{(ball.Mid.Sign < 0 ? "-" : "")}{text[..1]}{point}{text[1..]}E{exponent:+00;-00}");

        BigInteger Significand()
        {
            int shift = digits - 1 - exponent;
            (BigInteger above, BigInteger below) = shift >= 0
                ? (numerator * BigInteger.Pow(10, shift), denominator)
                : (numerator, denominator * BigInteger.Pow(10, -shift));
            return ((2 * above) + below) / (2 * below);
        }
    }
}
