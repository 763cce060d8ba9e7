namespace ParityNet.Definitions.Numbers;

/// <summary>How many ULP of the exact result a library function may be off.</summary>
/// <remarks>
/// libtorch has up to four implementations of a function, and which one a result comes from depends on the op, on the vector capability and
/// on the place in a tensor: Intel's MKL (<c>exp</c>, <c>log</c>, <c>tanh</c>, <c>erf</c> and <c>sqrt</c> of a whole tensor; ATen/cpu/vml.h),
/// Sleef (<c>log1p</c>, <c>expm1</c>, and whatever is inside another kernel), the C library (what is left over of vectors, and everything
/// without a capability) and compositions of them. The number here is the worst of all. docs/accuracy.md has what <c>accuracy --backend
/// torch</c> measured on libtorch 2.10.0; libtorch 1.13.1, which had Sleef alone, is the worst where its figure is larger.
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

    // MKL's in float, which never reaches it; exact where the root is a number of the type.
    public const double Sqrt = 0.75;

    // Not measured: glibc states 1 for pow; twice that leaves room for other platforms' own.
    public const double Pow = 2;
}
