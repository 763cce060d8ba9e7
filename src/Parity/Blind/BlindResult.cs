using System.Collections.Immutable;

namespace ParityNet.Parity.Blind;

/// <summary>The result of a blind run: the cases of a seed that no development has seen.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Single">The number of <c>float</c> elements.</param>
/// <param name="Double">The number of <c>double</c> elements.</param>
/// <param name="Cases">The number of cases drawn.</param>
/// <param name="Judged">The number of cases judged; the others have the bits of a settled case.</param>
/// <param name="Unexplained">The unexplained cases, as requests of <c>eval</c> and <c>replay</c>.</param>
sealed record BlindResult(ulong Seed, long Single, long Double, long Cases, long Judged, ImmutableArray<string> Unexplained);
