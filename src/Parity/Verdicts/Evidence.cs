using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Verdicts;

/// <summary>How much it shows that the elements of one output lie in their enclosures, in bits.</summary>
/// <remarks>
/// The evidence of an element is <c>log₂(scale/width)</c>, from 0 to the precision of the type. The scale is the largest magnitude among the elements
/// that are computed together with it, or the largest term of its own last sum where that cancels, and at least the smallest normal number, below
/// which the type itself has fewer digits. An infinity counts as the number after the largest finite one. An element that cancels beside large ones
/// cannot have more.
/// </remarks>
/// <param name="Output"><c>value</c>, <c>grads.input</c>, <c>params</c>, <c>state.exp_avg</c>: a quantity without the index of its parameter.</param>
/// <param name="Bits">The evidence of each element.</param>
public sealed record Evidence(string Output, ImmutableArray<double> Bits)
{
    /// <summary>Evidence of fewer bits is weak: an error of one part in a thousand could go unseen.</summary>
    public const double Weak = 10;

    /// <summary>The evidence of one element.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="enclosure">The element's enclosure.</param>
    /// <param name="scale">The largest magnitude computed together with the element.</param>
    /// <returns>Bits, from 0 to the precision of the type.</returns>
    internal static double Of<T>(Enclosure<T> enclosure, double scale) where T : unmanaged, IFloatingPointIeee754<T>
    {
        (int precision, int smallest, int overflow) = typeof(T) == typeof(float) ? (24, -126, 128) : (53, -1022, 1024);
        if (enclosure.IsPoint || enclosure.IsNaNOnly)
            return precision;
        double width = enclosure.Width;
        if (double.IsInfinity(width))
            (width, scale) = (Quarter(enclosure.Hi) - Quarter(enclosure.Lo), Quarter(scale));
        double bits = Math.Max(Math.Log2(scale), smallest) - Math.Log2(width);
        return bits > 0 ? Math.Min(bits, precision) : 0;

        // The number after the largest one is beyond the range of double.
        double Quarter(double x) => Math.Clamp(x / 4, -Math.ScaleB(1, overflow - 2), Math.ScaleB(1, overflow - 2));
    }

    /// <summary>The name of a quantity without the index of its parameter.</summary>
    internal static string OutputOf(string quantity) => quantity.Split('[')[0];
}
