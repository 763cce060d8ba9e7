using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>What a backend that is outside does wrong, found by comparing its answers with those of known mistakes.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Sentence">The mistake in words; or that no known mistake explains the answers, and the nearest.</param>
/// <param name="Mistakes">The mistakes that explain them, the likeliest first; empty where none does.</param>
public sealed record ExplanationReport(string Backend, string Sentence, ImmutableArray<string> Mistakes);
