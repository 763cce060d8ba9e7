using System.Runtime.CompilerServices;

namespace ParityNet.Torch;

/// <summary>Scalars for libtorch's functions, each kept alive as long as the <see cref="DisposeScope"/> in which it is created.</summary>
/// <remarks>
/// TorchSharp reads a scalar's handle and calls libtorch with it. A scalar without a reference, such as one from an implicit conversion,
/// may be collected and freed during that call. TorchSharp's own functions create such scalars too: <c>square</c>, and <c>add</c> and
/// <c>+</c>, which convert the factor 1. The replacements here make the same native calls.
/// </remarks>
static class Scalars
{
    // TorchSharp's own scopes hold only tensors.
    static readonly ConditionalWeakTable<DisposeScope, List<Scalar>> OfScope = [];

    /// <summary>A floating-point scalar.</summary>
    public static Scalar Held(double number) => InScope(number);

    /// <summary>An integer scalar.</summary>
    public static Scalar Held(long number) => InScope(number);

    /// <summary><c>left + right</c>.</summary>
    public static Tensor Plus(this Tensor left, Tensor right) => left.add(right, Held(1));

    /// <inheritdoc cref="Plus(Tensor, Tensor)"/>
    public static Tensor Plus(this Tensor left, double right) => left.add(Held(right), Held(1));

    /// <inheritdoc cref="Plus(Tensor, Tensor)"/>
    public static Tensor Plus(this Tensor left, long right) => left.add(Held(right), Held(1));

    /// <summary><c>1 − x</c>.</summary>
    public static Tensor OneMinus(Tensor x) => x.neg().Plus(1);

    /// <summary><c>x²</c>.</summary>
    public static Tensor Squared(this Tensor x) => x.pow(Held(2));

    /// <summary><c>ln(1 + e^βx)/β</c>, and x where βx is above the threshold.</summary>
    public static Tensor Softplus(this Tensor x, double beta, double threshold) => SoftplusKernel(x, Held(beta), Held(threshold));

    // TorchSharp's public softplus takes doubles and does not keep their scalars alive.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "softplus1")]
    static extern Tensor SoftplusKernel(Tensor x, Scalar beta, Scalar threshold);

    static Scalar InScope(Scalar scalar)
    {
        DisposeScope scope = torch.CurrentDisposeScope
            ?? throw new InvalidOperationException("A scalar must be made while a scope holds it: expected a DisposeScope, got none.");
        OfScope.GetOrCreateValue(scope).Add(scalar);
        return scalar;
    }
}
