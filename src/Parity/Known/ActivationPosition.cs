using ParityNet.Activations;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>The element of an activation's result that lies outside its enclosure.</summary>
/// <param name="Spec">The activation.</param>
/// <param name="X">The input.</param>
/// <param name="Weight">The cotangent; 1 where there is none.</param>
/// <param name="IsDouble">Whether the element type is double; float otherwise.</param>
sealed record ActivationPosition(ActivationSpec Spec, double X, double Weight, bool IsDouble)
{
    /// <summary>The position of a finding; null where its case is not of an activation.</summary>
    public static ActivationPosition? Of(Case about, Finding at) => about switch
    {
        FunctionCase<float> { Function: ActivationSpec spec } single =>
            new(spec, single.Operands.Input.Flat()[at.Index], single.Cotangent?.Flat()[at.Index] ?? 1, false),
        FunctionCase<double> { Function: ActivationSpec spec } wide =>
            new(spec, wide.Operands.Input.Flat()[at.Index], wide.Cotangent?.Flat()[at.Index] ?? 1, true),
        _ => null,
    };

    /// <summary>Whether the distance from the enclosure is at most γₙ·<paramref name="size"/>, n being the number of roundings.</summary>
    public bool Explains(Finding at, int roundings, double size) =>
        Within(at, IsDouble ? Reach.Gamma<double>(roundings) : Reach.Gamma<float>(roundings), size);

    /// <summary>As <see cref="Explains"/>, for double results that libtorch rounded to float on the way.</summary>
    public bool ExplainsInFloat(Finding at, int roundings, double size) => Within(at, Reach.Gamma<float>(roundings), size);

    // The second term allows for rounding in the subnormal range.
    bool Within(Finding at, double share, double size) =>
        Reach.Beyond(at) <= share * Math.Abs(size) + 4 * (IsDouble ? double.Epsilon : float.Epsilon);
}
