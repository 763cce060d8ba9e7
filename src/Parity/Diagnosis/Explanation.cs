using System.Collections.Immutable;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Diagnosis;

/// <summary>The mistake that explains wrong answers, by name.</summary>
/// <param name="Sentence">What the implementation does, in words; or that no known mistake explains the answers, and the nearest.</param>
/// <param name="Mistakes">The mistakes that explain all wrong answers of formulas, the likeliest first; empty where none does.</param>
/// <param name="Telling">A small case on which the answer is that of the mistake; null where none was found.</param>
public sealed record Explanation(string Sentence, ImmutableArray<string> Mistakes, Case? Telling)
{
    /// <summary>Whether a mistake was found that explains the answers.</summary>
    public bool IsNamed => !Mistakes.IsEmpty;

    /// <summary>Whether the formula is right, and digits are lost.</summary>
    public bool LosesDigits { get; init; }
}
