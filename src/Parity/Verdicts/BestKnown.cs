namespace ParityNet.Parity.Verdicts;

/// <summary>What the definition says in a finer number system: the middle of what is known, and how far the truth may be from it.</summary>
readonly record struct BestKnown(double Value, double Radius)
{
    // Errors are shown with three digits: what is a thousandth of a ULP wide cannot show.
    const double Shown = 1.0 / 1024;

    /// <summary>Whether the definition gives NaN for certain.</summary>
    public bool IsNaN => Radius == 0 && double.IsNaN(Value);

    /// <summary>The value, where an error in ULPs against it is right to the digits that are shown; else null.</summary>
    public double? Where<T>(double scale) where T : unmanaged =>
        Radius == 0 || Radius <= Shown * UlpError.Ulp<T>(Math.Max(Math.Abs(Value), scale)) ? Value : null;
}
