using System.Numerics;

namespace ParityNet.Definitions.Numbers;

public readonly partial record struct Exact
{
    /// <summary>The error of a computed value in ULP of the exact one: <c>|computed − exact| / ulp(exact)</c>, a real number.</summary>
    /// <remarks>
    /// 0 if both are NaN, or both infinite with the same sign, or if the exact value rounds to the computed infinity; infinite
    /// if only one of them is NaN or infinite; NaN if the exact value is undecided.
    /// </remarks>
    /// <typeparam name="T">The element type, which defines the ULP.</typeparam>
    /// <param name="computed">The result of an implementation.</param>
    public double UlpError<T>(T computed)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (IsUndecided)
            return double.NaN;
        if (kind == Kind.NaN || T.IsNaN(computed))
            return kind == Kind.NaN && T.IsNaN(computed) ? 0 : double.PositiveInfinity;
        if (!IsFinite || T.IsInfinity(computed))
            return T.IsInfinity(computed) && T.IsNegative(computed) == Sign < 0 && RoundsToInfinity<T>() ? 0 : double.PositiveInfinity;
        return Distance(computed).Scale(-UlpExponent<T>()).ToDouble();
    }

    Ball Distance<T>(T computed)
        where T : unmanaged, IFloatingPointIeee754<T> => Ball.Abs(Ball.FromDouble(double.CreateChecked(computed)) - ball);

    bool RoundsToInfinity<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        // Rounding to nearest overflows from halfway between the largest number and the next power of two.
        Ball largest = Ball.FromDouble(Format<T>.Largest), half = Ball.FromDouble(Format<T>.Ulp(Format<T>.Largest) / 2);
        return !IsFinite || (Ball.Abs(ball) - (largest + half)).Mid.Sign >= 0;
    }

    int UlpExponent<T>()
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (int)Math.Max(ball.Mid.IsZero ? Format<T>.MinExponent : ball.Magnitude, Format<T>.MinExponent) - Format<T>.Precision + 1;
}
