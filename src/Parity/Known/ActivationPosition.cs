using ParityNet.Activations;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>Where an element of an activation was found outside.</summary>
/// <param name="Spec">The activation.</param>
/// <param name="X">The input.</param>
/// <param name="Weight">The cotangent; 1 where there is none.</param>
/// <param name="IsDouble">Whether the type is double and not float.</param>
sealed record ActivationPosition(ActivationSpec Spec, double X, double Weight, bool IsDouble)
{
    /// <summary>The largest number of the type.</summary>
    public double Largest => IsDouble ? double.MaxValue : float.MaxValue;

    /// <summary>The position of an element; null where the case is not that of an activation of elements.</summary>
    public static ActivationPosition? Of(Case about, Finding at) => about switch
    {
        FunctionCase<float> { Function: ActivationSpec spec } single => new(spec, single.Operands.Input.Flat()[at.Index], single.Cotangent?.Flat()[at.Index] ?? 1, false),
        FunctionCase<double> { Function: ActivationSpec spec } wide => new(spec, wide.Operands.Input.Flat()[at.Index], wide.Cotangent?.Flat()[at.Index] ?? 1, true),
        _ => null,
    };

    /// <summary>Whether so many roundings of a number of a given size explain the distance.</summary>
    public bool Explains(Finding at, int roundings, double size) => Within(at, IsDouble ? Reach.Gamma<double>(roundings) : Reach.Gamma<float>(roundings), size);

    /// <summary>As <see cref="Explains"/>, for numbers of double that were once rounded to float.</summary>
    public bool ExplainsInFloat(Finding at, int roundings, double size) => Within(at, Reach.Gamma<float>(roundings), size);

    // A step of the smallest size, for results that are subnormal.
    bool Within(Finding at, double share, double size) =>
        Reach.Beyond(at) <= share * Math.Abs(size) + 4 * (IsDouble ? double.Epsilon : float.Epsilon);
}
