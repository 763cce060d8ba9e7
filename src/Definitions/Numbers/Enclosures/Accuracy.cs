namespace ParityNet.Definitions.Numbers;

/// <summary>The maximum error of library functions, in ULP of the exact result.</summary>
/// <remarks>
/// libtorch has up to four implementations of a function; which one computes a result depends on the op, on the vector capability and
/// on the position in a tensor: Intel's MKL (<c>exp</c>, <c>log</c>, <c>tanh</c>, <c>erf</c> and <c>sqrt</c> of a whole tensor;
/// ATen/cpu/vml.h), Sleef (<c>log1p</c>, <c>expm1</c>, and functions inside another kernel), the C library (the tail after the last whole
/// vector, and everything without a vector capability) and compositions of them. Each constant is the maximum over all of them, rounded up
/// to a sixteenth: over every <c>float</c>, as measured for libtorch 2.10.0 and glibc in docs/accuracy.md, and over the 1.0 that Sleef and
/// glibc state for most functions in <c>double</c>. libtorch 1.13.1, which used only Sleef, decides where its error is larger. A
/// measurement of 1 to its last digit gets another sixteenth.
/// </remarks>
static class Accuracy
{
    // Sleef 0.988 in float, and 1 as it states in double.
    public const double Exp = 1;

    // MKL 0.974 in float; Sleef states 1 in double.
    public const double Log = 1;

    // glibc's log1pf 1.2933; Sleef 1.0000.
    public const double Log1p = 1.3125;

    // Sleef 1.0000.
    public const double Expm1 = 1.0625;

    // Sleef 1.0000. glibc's tanhf, 2.19, computes vector tails only in the tanh form of GELU, where it is recorded as a known difference.
    public const double Tanh = 1.0625;

    // Sleef of 1.13.1 1.0925, next to the subnormal numbers; glibc's erff 0.98.
    public const double Erf = 1.125;

    // 1/(1 + e⁻ˣ) as libtorch composes it: 2.4807.
    public const double Sigmoid = 2.5;

    // log1p(eˣ): 1.5415 of glibc's log1pf and expf, 1.5000 of Sleef's.
    public const double Softplus = 1.5625;

    // MKL in float, which never reaches it; exact if the root is representable.
    public const double Sqrt = 0.75;

    // x·x·x is rounded twice: 1.2874 in float, less than ½ + 1 in any type. Sleef 0.79; glibc states 1.
    public const double Pow = 1.5;

    // No op has them, so they were not measured. Sleef states 3.5 of the sine and cosine that libtorch takes in float, and 1 in double.
    public const double Sine = 3.5;

    // Sleef states 1.
    public const double ArcTangent = 1.0625;
}
