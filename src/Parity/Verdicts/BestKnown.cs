namespace ParityNet.Parity.Verdicts;

/// <summary>The definition's value in a more precise number system: midpoint and radius of an interval that contains it.</summary>
readonly record struct BestKnown(double Value, double Radius)
{
    // Errors are shown with three digits: a width of a thousandth of a ULP is invisible.
    const double Shown = 1.0 / 1024;

    /// <summary>Whether the definition certainly gives NaN.</summary>
    public bool IsNaN => Radius == 0 && double.IsNaN(Value);

    /// <summary>The value, where errors in ULPs against it are correct to the digits shown; else null.</summary>
    public double? Where<T>(double scale) where T : unmanaged =>
        Radius == 0 || Radius <= Shown * UlpError.Ulp<T>(Math.Max(Math.Abs(Value), scale)) ? Value : null;
}
