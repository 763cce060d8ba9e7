using ParityNet.Parity;
using ParityNet.Parity.Proving;

namespace ParityNet.Reports.Frameworks;

/// <summary>What was found out about one op of a framework in one element type.</summary>
/// <param name="Op">The op.</param>
/// <param name="ElementType">The element type.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Said">What differs, in words; empty where nothing does.</param>
/// <param name="Proof">The proof; null where there is none.</param>
sealed record FrameworkResult(
    OpEntry Op, string ElementType, FrameworkVerdict Verdict, string Said, Proof? Proof)
{
    /// <summary>Whether the framework computes the function of the definition, if with fewer digits or not at the end of the range.</summary>
    public bool Agrees =>
        Verdict is FrameworkVerdict.Same or FrameworkVerdict.SpecialInputs or FrameworkVerdict.Refuses or FrameworkVerdict.DigitsLost;

    /// <summary>Whether it gives the value of the definition everywhere, if with another gradient, as at a kink.</summary>
    public bool AgreesByValue => Agrees || Proof?.Outputs.Any(output => output is { Output: "value", Wrong: 0 }) == true;

    /// <summary>The result of a proof.</summary>
    /// <param name="op">The op.</param>
    /// <param name="elementType">The element type.</param>
    /// <param name="proof">The proof.</param>
    /// <param name="skipped">Why most cases were skipped that were.</param>
    public static FrameworkResult Of(OpEntry op, string elementType, Proof proof, string skipped)
    {
        (FrameworkVerdict verdict, string said) = proof switch
        {
            { Holds: true, Elements: 0 } => (FrameworkVerdict.Skipped, skipped),
            { Holds: true } => (FrameworkVerdict.Same, ""),
            { Failure: ProofFailure.SpecialInputs } => (FrameworkVerdict.SpecialInputs, $"Only {string.Join(", ", proof.Special)} differ."),
            { Failure: ProofFailure.DigitsLost } => (FrameworkVerdict.DigitsLost, proof.Explanation?.Sentence ?? ""),
            { Failure: ProofFailure.Throws } => (FrameworkVerdict.Refuses, proof.Problem?.Message ?? Sentence(proof.Verdict)),
            { Explanation: { IsNamed: true } named } => (FrameworkVerdict.Dialect, named.Sentence),
            _ => (FrameworkVerdict.Wrong, proof.Explanation?.Sentence ?? ""),
        };
        return new(op, elementType, verdict, said, proof);
    }

    /// <summary>The smallest case, and what was answered to it; null where nothing differs.</summary>
    public string? Smallest()
    {
        if (Proof is not { Holds: false } broken)
            return null;
        if (broken.CounterExample is not { } example || broken.Outside is not { } at)
            return broken.Verdict;
        string request = example.Request();
        return $"{(request.Length == 0 ? example.ToString() : request)}\n" +
            $"{at.Quantity}, element {at.Index}: answers {Number(at.First)}, right is {Number(at.Best)}";
    }

    string Number(double? number) => number is not { } x ? "nothing" : ElementType == "float32" ? ((float)x).ToString("R") : x.ToString("R");

    // The failure of the first case without an answer stands last.
    static string Sentence(string verdict) => verdict.Split('\n', StringSplitOptions.RemoveEmptyEntries) is [var first, .., var last]
        ? $"{first.Split(": ", 2)[^1].Split(';')[0]}: {last.Trim()}" : verdict;
}
