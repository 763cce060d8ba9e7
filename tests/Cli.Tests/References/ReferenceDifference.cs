using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Activations;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Cli.Tests.References;

/// <summary>Where the PyTorch whose answers are stored is not faithful and libtorch 2.10 is.</summary>
/// <param name="Op">PyTorch's name of the op.</param>
/// <param name="Reason">Why.</param>
/// <param name="Link">The source that computes it.</param>
sealed record ReferenceDifference(string Op, string Reason, string Link)
{
    /// <summary>The version of PyTorch that answered.</summary>
    public const string Version = "2.6.0";

    /// <summary>The one place for them. Each is asserted to still show in what is stored.</summary>
    public static ImmutableArray<ReferenceDifference> All { get; } = [.. new[] { "elu", "celu", "selu" }.Select(op => new ReferenceDifference(
        op, "The value left of 0 is (eˣ − 1)·α, whose digits cancel near 0; the definition has eˣ − 1 as one function, and so has libtorch 2.10.",
        $"https://github.com/pytorch/pytorch/blob/v{Version}/aten/src/ATen/native/cpu/Activation.cpp"))];

    /// <summary>Whether a stored number that lies outside its enclosure is one that PyTorch's order of evaluation can produce.</summary>
    public bool Explains<T>(Case<T> about, Finding at) where T : unmanaged, IFloatingPointIeee754<T> =>
        about is FunctionCase<T> { Function: ActivationSpec spec } function && spec.Name == Op && at.Quantity == "value"
            && function.Operands.Input.Flat()[at.Index] <= T.Zero
            && Left(spec, Enclosure<T>.Exact(double.CreateChecked(function.Operands.Input.Flat()[at.Index]))).Contains(T.CreateChecked(at.Second!.Value));

    // celu hands elu the reciprocal of α to multiply by, and selu its scale, by which α is multiplied first.
    static Enclosure<T> Left<T>(ActivationSpec spec, Enclosure<T> x) where T : unmanaged, IFloatingPointIeee754<T> => spec switch
    {
        Elu elu => Left(x, Enclosure<T>.FromHost(elu.Alpha)),
        Celu celu => Left(x * Enclosure<T>.FromHost(1 / Host.Of(celu.Alpha)), Enclosure<T>.FromHost(celu.Alpha)),
        _ => Left(x, Enclosure<T>.FromHost(Selu.Alpha) * Enclosure<T>.FromHost(Selu.Scale)),
    };

    static Enclosure<T> Left<T>(Enclosure<T> x, Enclosure<T> factor) where T : unmanaged, IFloatingPointIeee754<T> =>
        (Enclosure<T>.Exp(x) - Enclosure<T>.Exact(1)) * factor;
}
