using System.Numerics;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Questions about the pairs of prediction and target that an element is computed from.</summary>
static class Pairs
{
    /// <summary>Whether a condition holds of the pair that an element belongs to, or of some pair where it belongs to several.</summary>
    public static bool Any(Case about, Finding at, Func<double, double, bool> holds) =>
        about is FunctionCase<float> single ? Any(single, at, holds) : about is FunctionCase<double> wide && Any(wide, at, holds);

    /// <summary>The largest number of the case's type.</summary>
    public static double Largest(Case about) => about is FunctionCase<float> ? float.MaxValue : double.MaxValue;

    /// <summary>The smallest number above 0 of the case's type.</summary>
    public static double Smallest(Case about) => about is FunctionCase<float> ? float.Epsilon : double.Epsilon;

    /// <summary>Whether the logarithms of rounded sums of 1 and a number from 0 on explain how far a value is outside.</summary>
    public static bool IsRoundingOfOnes(Case about, Finding at)
    {
        // Each logarithm is off by the rounding of its argument, which counts at most in full, and by its own; the sum adds its share.
        const int Roundings = 4;
        double unit = Math.ScaleB(1, about is FunctionCase<float> ? -24 : -53);
        double terms = ((LossSpec)about.Spec).Reduction == Reduction.Sum ? Math.Max(1, Math.Abs(at.High)) + Count(about) : 1 + Math.Abs(at.High);
        return at.Second is { } torch && Math.Max(at.Low - torch, torch - at.High) <= Roundings * unit * terms;
    }

    static nint Count(Case about) => about switch
    {
        FunctionCase<float> single => Shape.Count(Common(single)),
        FunctionCase<double> wide => Shape.Count(Common(wide)),
        _ => 0,
    };

    static bool Any<T>(FunctionCase<T> about, Finding at, Func<double, double, bool> holds) where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint[] common = Common(about);
        T[] x = about.Operands.Input.FlatBroadcast(common).ToArray(), y = about.Operands["target"].Numbers.FlatBroadcast(common).ToArray();
        bool Holds(int i) => holds(double.CreateChecked(x[i]), double.CreateChecked(y[i]));
        bool alone = at.Quantity == "value"
            ? ((LossSpec)about.Function).Reduction == Reduction.None
            : about.Operands[at.Quantity["grads.".Length..]].Numbers.FlattenedLength == x.Length;
        return alone ? Holds(at.Index) : Enumerable.Range(0, x.Length).Any(Holds);
    }

    static nint[] Common<T>(FunctionCase<T> about) where T : unmanaged, IFloatingPointIeee754<T> =>
        Shape.Broadcast(about.Operands.Input.Lengths, about.Operands["target"].Numbers.Lengths)!;
}
