using System.Numerics;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Predicates on the pairs of prediction and target from which an element is computed.</summary>
static class Pairs
{
    /// <summary>
    /// Whether a condition holds for the element's pair, or for any pair where a reduction or broadcast combines several.
    /// </summary>
    public static bool Any(Case about, Finding at, Func<double, double, bool> holds) =>
        about is FunctionCase<float> single ? Any(single, at, holds) : about is FunctionCase<double> wide && Any(wide, at, holds);

    /// <summary>The largest finite number of the case's element type.</summary>
    public static double Largest(Case about) => about is FunctionCase<float> ? float.MaxValue : double.MaxValue;

    /// <summary>The smallest positive number of the case's element type.</summary>
    public static double Smallest(Case about) => about is FunctionCase<float> ? float.Epsilon : double.Epsilon;

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
