namespace ParityNet.Parity.Proving;

/// <summary>The numbers that an argument may have in the cases of a proof: from a smallest to a largest, and no NaN.</summary>
/// <param name="Smallest">The smallest number; −∞ for none.</param>
/// <param name="Largest">The largest number; ∞ for none.</param>
public sealed record NumberRange(double Smallest, double Largest)
{
    /// <summary>The largest number, at least <see cref="Smallest"/>.</summary>
    public double Largest { get; } = Largest >= Smallest
        ? Largest : throw new ArgumentException($"Largest must be at least Smallest: expected {Smallest} or more, got {Largest}.");

    /// <summary>Every finite number.</summary>
    public static NumberRange Finite { get; } = new(-double.MaxValue, double.MaxValue);

    /// <summary>Every finite number above 0.</summary>
    public static NumberRange Positive { get; } = new(double.Epsilon, double.MaxValue);

    /// <summary>Whether a number lies in the range.</summary>
    /// <param name="number">The number.</param>
    public bool Contains(double number) => number >= Smallest && number <= Largest;

    /// <summary>A number of the range, the same for the same share.</summary>
    internal double At(double share)
    {
        if (Smallest > 0 && Smallest >= 1e-300 && Largest <= 1e300)
            return Math.Clamp(Smallest * Math.Pow(Largest / Smallest, share), Smallest, Largest);
        double usual = 8 * share - 4;
        return Contains(usual) ? usual : Largest - Smallest <= 8 ? Smallest + share * (Largest - Smallest)
            : usual < Smallest ? Smallest + Math.Abs(usual) : Largest - Math.Abs(usual);
    }
}
