using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Known;

/// <summary>All known differences: elements and laws in which a backend deviates from the definition for a reason on record.</summary>
/// <remarks>
/// They are about what a backend computes. Where PyTorch's own optimizer is wrong, the torch backend composes the corrected rule of
/// libtorch's operations, and there is no difference to record. For NAdam of PyTorch 1.13 (pytorch#92699) the spec's remarks, a stored
/// trajectory that must <i>not</i> be reproduced and a planted error document it.
/// </remarks>
public static class KnownDifferences
{
    /// <summary>Known elements outside their enclosure. A test asserts that each pinned case still lies outside.</summary>
    public static ImmutableArray<KnownDifference> All { get; } =
    [
        new("pos-weight-cancellation", "binary_cross_entropy_with_logits", "torch",
            "gradients with respect to the input where pos_weight q is given",
            "libtorch computes (q·y + 1 − y)·σ(x) − q·y, the difference of two numbers near q·y, "
            + "which cancels; the definition has forms that do not.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/tools/autograd/derivatives.yaml",
            """{"op":"loss","dtype":"float32","name":"binary_cross_entropy_with_logits","options":{"reduction":"sum"},"inputs":{"input":{"shape":""" +
                """[1],"data":[10.0]},"target":{"shape":[1],"data":[1.0]},"pos_weight":{"shape":[1],"data":[3.0]}},"grad":["input"]}""",
            (about, at) => at.Quantity == "grads.input" && Has(about, "pos_weight")
                && (about is FunctionCase<float> single ? Reach.OfCancellation(single, at) : about is FunctionCase<double> wide
                    && Reach.OfCancellation(wide, at))),
        new("ignored-row-of-nan", "cross_entropy", "torch",
            "gradients of a row with y = ignore_index that contains NaN or ±∞",
            "libtorch multiplies the softmax of the row by 0, and 0·NaN = NaN, where "
            + "the definition gives 0, because an ignored row is no part of the loss.",
            "https://github.com/pytorch/pytorch/blob/v2.10.0/aten/src/ATen/native/SoftMax.cpp",
            """{"op":"loss","dtype":"float32","name":"cross_entropy","options":{"reduction":"sum"},"inputs":{"input":{"shape":[2,2],"data":""" +
                """["NaN",0.0,0.0,0.0]},"target":{"dtype":"int64","shape":[2],"data":[-100,1]}},"grad":["input"]}""",
            (about, at) => at is { Quantity: "grads.input", Low: 0, High: 0 } && double.IsNaN(at.Second ?? 0)),
        .. ElementLossDifferences.All,
        new("gelu-by-onednn", "gelu", "torch",
            "float32 with approximate = none",
            "libtorch calls oneDNN for float32, which computes erf by the polynomial "
            + "7.1.26 of Abramowitz and Stegun with an absolute error up to 1.5·10⁻⁷.",
            "https://github.com/oneapi-src/oneDNN/blob/v2.6/src/cpu/x64/injectors/jit_uni_eltwise_injector.cpp",
            """{"op":"activation","dtype":"float32","name":"gelu","options":{"approximate":"none"},"inputs":{"input":{"shape":[64],"data":""" +
                """[-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,""" +
                """-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,""" +
                """-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8,-2.8]}},""" +
                """ "grad":["input"]}""",
            (about, at) => about is FunctionCase<float> { Function: Gelu { Approximate: GeluForm.None } } single && Reach.OfErf(single, at)),
        new("gelu-by-the-c-library", "gelu", "torch",
            "approximate = tanh",
            "libtorch computes full vectors with Sleef's tanh and the remaining elements with the C library's, "
            + "for which glibc states an error of 2 ULP, which cancellation in 1 + tanh amplifies for x < 0.",
            "https://www.gnu.org/software/libc/manual/html_node/Errors-in-Math-Functions.html",
            """{"op":"activation","dtype":"float64","name":"gelu","options":{"approximate":"tanh"},"inputs":{"input":{"shape":[1],"data":""" +
                """[-1.1793567797400515]}},"grad":["input"]}""",
            (about, at) => about is FunctionCase<float> { Function: Gelu { Approximate: GeluForm.Tanh } } single && Reach.OfTanh(single, at)
                || about is FunctionCase<double> { Function: Gelu { Approximate: GeluForm.Tanh } } wide && Reach.OfTanh(wide, at)),
        .. ActivationDifferences.All,
        .. InfiniteDifferences.All,
    ];

    /// <summary>Known law breaks. A test asserts that each pinned case still breaks its law.</summary>
    internal static ImmutableArray<KnownLawBreak> LawBreaks => KnownLawBreaks.All;

    /// <summary>Why a backend breaks a law; null where no reason is on record.</summary>
    /// <param name="law">The name of the law.</param>
    /// <param name="op">PyTorch's name of the op.</param>
    /// <param name="backend">The backend.</param>
    /// <returns>The reason.</returns>
    public static string? ReasonForLaw(string law, string op, string backend) =>
        LawBreaks.FirstOrDefault(known => known.Law == law && known.Op == op && known.Backend == backend) is { } record
            ? $"{record.Reason} Seen in {record.Seen}." : null;

    /// <summary>A sentence that names the library versions of the records where the backend has others; null where they match.</summary>
    /// <param name="info">What the backend says of itself.</param>
    /// <returns>The sentence.</returns>
    public static string? Uncovered(BackendInfo info)
    {
        ArgumentNullException.ThrowIfNull(info);
        Sighting[] seen =
            [.. All.Where(known => known.Backend == info.Name).Select(known => known.Seen),
            .. LawBreaks.Where(known => known.Backend == info.Name).Select(known => known.Seen)];
        seen = [.. seen.Where(one => info.Build.Contains($"{one.Library} ", StringComparison.Ordinal))];
        return seen.All(one => one.Knows(info)) ? null
            : $"they are of {string.Join(", ", seen.SelectMany(one => one.Versions.Select(version => $"{one.Library} {version}")).Distinct())}, " +
                $"and this is {info.Build}.";
    }

    static bool Has(Case about, string operand) =>
        about is FunctionCase<float> single ? single.Operands.Has(operand) : about is FunctionCase<double> wide && wide.Operands.Has(operand);
}
