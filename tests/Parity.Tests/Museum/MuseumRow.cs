using System.Collections.Immutable;

namespace ParityNet.Parity.Tests.Museum;

/// <summary>How soon a planted error was caught.</summary>
/// <param name="Op">The op that has it.</param>
/// <param name="Error">The mistake in words.</param>
/// <param name="Sources">Where it was made in earnest.</param>
/// <param name="Cases">Cases until a result lay outside its enclosure; null where 100 were not enough.</param>
/// <param name="Laws">The laws that it breaks within 20 cases.</param>
sealed record MuseumRow(string Op, string Error, ImmutableArray<string> Sources, int? Cases, ImmutableArray<string> Laws);
