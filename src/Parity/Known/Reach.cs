using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Bounds on the error that a known fault can cause: an element farther from its enclosure has another cause.</summary>
static class Reach
{
    // A&S 7.1.26 has an error of at most 1.5·10⁻⁷. Horner's rule in float adds at most γ₁₁ times the sum 4.4753 of its five coefficients'
    // absolute values.
    static readonly double ErfError = 1.5e-7 + Gamma<float>(11) * 4.4753;

    /// <summary>Whether an error of <see cref="ErfError"/> in erf explains a GELU, ½x(1 + erf(x/√2)), or its derivative.</summary>
    public static bool OfErf(FunctionCase<float> about, Finding at)
    {
        double factor = at.Quantity == "value" ? about.Operands.Input.Flat()[at.Index] : about.Cotangent?.Flat()[at.Index] ?? 1;
        return Beyond(at) <= 0.5 * Math.Abs(factor) * ErfError;
    }

    /// <summary>
    /// Whether an error of 2 ULP in t = tanh u explains a GELU: the derivative with respect to t is ½x for the value ½x(1 + t), and ½ −
    /// x·t·u′ for the gradient ½(1 + t) + ½x(1 − t²)u′, where |u′| ≤ √(2/π)(1 + 0.134145x²). The enclosure already allows for a part of it.
    /// </summary>
    public static bool OfTanh<T>(FunctionCase<T> about, Finding at) where T : unmanaged, IFloatingPointIeee754<T>
    {
        double x = Math.Abs(double.CreateChecked(about.Operands.Input.Flat()[at.Index])),
            cotangent = about.Cotangent is { } c ? Math.Abs(double.CreateChecked(c.Flat()[at.Index])) : 1;
        double share = at.Quantity == "value" ? x / 2 : cotangent * (0.5 + x * Math.Sqrt(2 / Math.PI) * (1 + 0.134145 * x * x));
        // One ULP of a number below 1 is at most 2⁻²⁴ in float and 2⁻⁵³ in double.
        return Beyond(at) <= 2 * Math.ScaleB(1, typeof(T) == typeof(float) ? -24 : -53) * share;
    }

    /// <summary>Whether the rounding errors of <c>(q·y + 1 − y)·σ(x) − q·y</c> and of its factors explain a gradient.</summary>
    public static bool OfCancellation<T>(FunctionCase<T> about, Finding at) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var spec = (BinaryCrossEntropyWithLogits)about.Function;
        nint[] shape = about.Operands.Input.Lengths.ToArray();
        double One(string name) =>
            about.Operands.TryNumbers(name, out Tensor<T>? numbers) ? double.CreateChecked(numbers.FlatBroadcast(shape)[at.Index]) : 1;
        double y = One("target"), sizes = 2 * Math.Abs(One("pos_weight") * y) + Math.Abs(y) + 1;
        double cotangent = about.Cotangent is { } c ? double.CreateChecked(c.Flat()[spec.Reduction == Reduction.None ? at.Index : 0]) : 1;
        double share = spec.Reduction == Reduction.Mean ? 1.0 / Shape.Count(shape) : 1, unit = spec.Base == LogBase.Bits ? 1 / Math.Log(2) : 1;
        double most = Gamma<T>(12) * sizes * Math.Abs(One("weight") * cotangent) * share * unit;
        return double.IsFinite(most) && Beyond(at) <= most;
    }

    /// <summary>The distance of libtorch's result from the enclosure; infinite where the result is not finite.</summary>
    public static double Beyond(Finding at) =>
        at.Second is { } torch && double.IsFinite(torch) ? Math.Max(at.Low - torch, torch - at.High) : double.PositiveInfinity;

    /// <summary>γₙ = n·u/(1 − n·u): the bound on the relative error of n roundings.</summary>
    public static double Gamma<T>(int roundings)
    {
        double unit = Math.ScaleB(1, typeof(T) == typeof(float) ? -24 : -53);
        return roundings * unit / (1 - roundings * unit);
    }
}
