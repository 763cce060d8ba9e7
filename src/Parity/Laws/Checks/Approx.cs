using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Laws;

/// <summary>A computed number with a bound on its error.</summary>
/// <remarks>The slack of an op's result is the width of its enclosure; arithmetic adds its own rounding errors in double.</remarks>
/// <param name="Value">The number.</param>
/// <param name="Slack">The bound on the distance from the exact number; at least 0.</param>
readonly record struct Approx(double Value, double Slack)
{
    const double Unit = 1.0 / (1L << 53);

    /// <summary>An exact number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Approx(double value) => new(value, 0);

    /// <summary>ln 2.</summary>
    internal static Approx Ln2 { get; } = Within(Enclosure<double>.Log(Enclosure<double>.Exact(2)));

    /// <summary>A number with known bounds.</summary>
    internal static Approx Within(Enclosure<double> bounds) => new(bounds.Lo, Math.BitIncrement(bounds.Hi - bounds.Lo));

    /// <summary>The bounds of the exact number.</summary>
    internal Enclosure<double> Bounds =>
        Enclosure<double>.Hull(Enclosure<double>.Exact(Math.BitDecrement(Value - Slack)), Enclosure<double>.Exact(Math.BitIncrement(Value + Slack)));

    /// <summary>Sum.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Approx operator +(Approx a, Approx b) => Rounded(a.Value + b.Value, a.Slack + b.Slack);

    /// <summary>Difference.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Approx operator -(Approx a, Approx b) => Rounded(a.Value - b.Value, a.Slack + b.Slack);

    /// <summary>Product.</summary>
    /// <param name="a">The left operand.</param>
    /// <param name="b">The right operand.</param>
    public static Approx operator *(Approx a, Approx b) =>
        Rounded(a.Value * b.Value, Math.Abs(a.Value) * b.Slack + Math.Abs(b.Value) * a.Slack + a.Slack * b.Slack);

    /// <summary>The sum of all terms.</summary>
    /// <param name="terms">The summands.</param>
    /// <returns>The sum.</returns>
    public static Approx Sum(IEnumerable<Approx> terms) => terms.Aggregate((Approx)0, (sum, term) => sum + term);

    /// <summary>Whether both may have the same exact value.</summary>
    /// <param name="other">The other number.</param>
    /// <returns>True where their slacks cover their distance, where a slack is infinite, or where both are NaN or the same
    /// infinity.</returns>
    public bool MayEqual(Approx other) => Value.Equals(other.Value) || Math.Abs(Value - other.Value) <= Slack + other.Slack
        || !double.IsFinite(Slack + other.Slack);

    /// <summary>Whether this may be at most another number.</summary>
    /// <param name="other">The other number.</param>
    /// <returns>True where it is, or where it exceeds the other by no more than the slacks.</returns>
    public bool MayBeAtMost(Approx other) => Value <= other.Value || MayEqual(other);

    static Approx Rounded(double value, double slack) => new(value, slack * (1 + 4 * Unit) + Math.Abs(value) * Unit + double.Epsilon);
}
