using System.Numerics;

namespace ParityNet.Definitions.Numbers;

readonly partial record struct Wide
{
    /// <summary>The midpoint of a ball, with a relative error of at most 2⁻¹⁰⁵.</summary>
    public static Wide Of(Ball ball)
    {
        if (ball.Mid.IsZero)
            return Zero;
        int exponent = (int)ball.Magnitude;
        Ball near = (ball with { Radius = 0 }).Scale(-exponent);
        double high = near.ToDouble();
        return ScaleDown(Normal(high, (near - Ball.FromDouble(high)).ToDouble()), exponent);
    }

    /// <summary>The finite number itself, with as many bits as it takes.</summary>
    public Ball ToBall()
    {
        Ball high = Ball.FromDouble(High), low = Ball.FromDouble(Low);
        if (low.Mid.IsZero)
            return high.Scale(Exponent);
        int common = Math.Min(high.Exponent, low.Exponent);
        BigInteger sum = (high.Mid << (high.Exponent - common)) + (low.Mid << (low.Exponent - common));
        return new Ball(sum, 0, common).Scale(Exponent);
    }
}
