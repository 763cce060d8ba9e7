using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Functions;

/// <summary>
/// e^x decomposed as <c>Power · (1 + LessOne)</c>, where <c>Power</c> is a power of the sixteenth root of 2 and <c>|LessOne|</c> less than 1/45,
/// with the accuracy that <c>float</c> results need.
/// </summary>
readonly struct ShortPowers<D>(D steps, D rest) where D : struct, ILanes<D, double>
{
    /// <summary>
    /// −1023 ln 2: the bits of its power are 0, so that e^x becomes 0. Between that and −708.4 it has no correct digit, but is less than 2^−1022.
    /// </summary>
    public const double Zero = -709.0895657128241;

    /// <summary>1024 ln 2: the bits of its power are those of ∞, and so is e^x.</summary>
    public const double Infinite = 709.782712893384;

    /// <summary>Above every finite value.</summary>
    public const double Largest = 1e308;

    const double Rounder = 6755399441055744;

    /// <summary>2^(j/16), from whose exponent's bits j/16 has been taken: adding the bits of n + j/16 to them gives 2^(n + j/16).</summary>
    static ReadOnlySpan<double> Roots =>
    [
        1.0, 0.9908868912137069, 0.9827538663326288, 0.9756443173783458, 0.9696035575013605, 0.964678906036742, 0.9609197773255048,
        0.9583777734684463, 0.9571067811865476, 0.9571630729697497, 0.9586054127039704, 0.9614951659746271, 0.9658964152537145,
        0.9718760801866497, 0.9795040432046712, 0.9888532806985737,
    ];

    /// <summary>(e^r − 1) / r as a polynomial in r for |r| ≤ ln 2 / 32; error of r times it at most 2^-38.52 · e^r.</summary>
    static ReadOnlySpan<double> Coefficients => [0.9999999994183291, 0.49999999951527335, 0.1666715896908657, 0.041669128241470836];

    // x in sixteenths of ln 2 as an integer, above Rounder; and what is left of x.
    readonly D steps = steps, rest = rest;

    /// <summary>Decomposes e^x for x between <see cref="Zero"/> and <see cref="Infinite"/>, or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ShortPowers<D> Of(D x)
    {
        D steps = D.MultiplyAdd(x, 23.083120654223414, Rounder);
        return new(steps, D.MultiplyAdd(steps - Rounder, -0.04332169878499658, x));
    }

    /// <summary>e^x; exactly 1 at 0.</summary>
    public D Value
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Times(Power);
    }

    public D Power
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => D.AddBits(Table.Entry(Roots, steps), D.ShiftUp(steps, 48));
    }

    /// <summary>With a relative error of at most 2^-41.1.</summary>
    public D LessOne
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            // (e^r − 1) / r as a polynomial in r for |r| ≤ ln 2 / 32.
            D sum = D.MultiplyAdd(rest, 0.00833333333308942, 0.04166748123550622);
            sum = D.MultiplyAdd(D.MultiplyAdd(sum, rest, 0.1666666667076156), rest, 0.4999999999044543);
            return rest * D.MultiplyAdd(sum, rest, 0.9999999999999968);
        }
    }

    /// <summary>e^x as a number near 1 times <c>2^n</c>, for x of any size.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public D Fraction(out D n)
    {
        n = (steps - Rounder) * 0.0625 + Rounder - Rounder;
        return Times(D.AddBits(Table.Entry(Roots, steps), D.ShiftUp(steps - n * 16, 48)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    D Times(D power) => power * D.MultiplyAdd(rest, D.Polynomial(rest, Coefficients), 1);
}
