using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The objective along a direction, <c>φ(t) = f(x + td)</c>.</summary>
sealed class Line
{
    readonly Oracle oracle;
    readonly double[] direction;

    public Line(
        Oracle oracle, ReadOnlySpan<double> x, double value, ReadOnlySpan<double> gradient, double[] direction,
        double longest = double.PositiveInfinity)
    {
        (this.oracle, this.direction, Longest) = (oracle, direction, longest);
        Start = new(0, x.ToArray(), value, gradient.ToArray(), Vectors.Dot(gradient, direction));
    }

    /// <summary>The point at 0.</summary>
    public LinePoint Start { get; }

    /// <summary>The largest step length.</summary>
    public double Longest { get; }

    /// <summary>Whether a value that is not a number counts as infinite, so that a search turns back from it.</summary>
    public bool TurnsBack { get; init; }

    /// <summary>The size of the largest element of the direction.</summary>
    public double Size => Vectors.MaxAbs(direction);

    /// <summary>The value that a step must not exceed, for a fraction of the decrease that the derivative promises.</summary>
    public double Bound(double t, double fraction) => oracle.Rounded(Start.F + fraction * t * Start.Slope);

    public double[] X(double t)
    {
        double[] x = [.. Start.X];
        Vectors.Add(x, t, direction);
        oracle.Round(x);
        return x;
    }

    /// <summary>Whether a step is so short that it leaves every variable as it is.</summary>
    public bool Stays(double t) => X(t).AsSpan().SequenceEqual(Start.X);

    public double ValueAt(double t) => oracle.Value(X(t));

    public LinePoint At(double t)
    {
        double[] x = X(t);
        (double value, double[] gradient) = oracle.ValueAndGradient(x);
        return new(t, x, TurnsBack && double.IsNaN(value) ? double.PositiveInfinity : value, gradient, Vectors.Dot(gradient, direction));
    }

    /// <summary>The point of a value that is known already.</summary>
    public LinePoint At(double t, double value)
    {
        double[] x = X(t), gradient = oracle.Gradient(x);
        return new(t, x, value, gradient, Vectors.Dot(gradient, direction));
    }

    /// <summary>The derivative along the line at 0 from values alone, and how far it may be off.</summary>
    public (double Slope, double Error) Difference()
    {
        double step = Math.Cbrt(oracle.Epsilon) * Math.Max(1, Vectors.MaxAbs(Start.X)) / Size;
        (double wide, _) = Central(step);
        (double narrow, double rounding) = Central(step / 2);
        return (narrow, Math.Abs(narrow - wide) + rounding);
    }

    (double Slope, double Rounding) Central(double step)
    {
        double above = ValueAt(step), below = ValueAt(-step);
        return ((above - below) / (2 * step), oracle.Epsilon * (Math.Abs(above) + Math.Abs(below)) / step);
    }
}
