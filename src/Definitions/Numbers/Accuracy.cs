namespace ParityNet.Definitions.Numbers;

/// <summary>How many ULP of the exact result a library function may be off.</summary>
/// <remarks>
/// Measured on libtorch 1.13.1 (Sleef, AVX2) in float, over all bit patterns or all exponents: exp 0.988, log 0.628, log1p 1.00,
/// expm1 1.00, tanh 1.00000002, sigmoid 2.48, softplus 1.49999776, erf 1.0925 next to the subnormal numbers. Where the measurement
/// is 1 to its last digit a sixteenth is added. In double, Sleef states 1.0 for the same functions; the compositions carry over.
/// </remarks>
static class Accuracy
{
    public const double Exp = 1;
    public const double Log = 1;
    public const double Log1p = 1.0625;
    public const double Expm1 = 1.0625;
    public const double Tanh = 1.0625;
    public const double Erf = 1.125;
    public const double Sigmoid = 2.5;
    public const double Softplus = 1.5;

    // Not measured: glibc states 1 for pow; twice that leaves room for other platforms' own.
    public const double Pow = 2;
}
