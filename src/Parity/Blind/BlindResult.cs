using System.Collections.Immutable;

namespace ParityNet.Parity.Blind;

/// <summary>What a blind seed showed.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Single">Elements of <c>float</c>.</param>
/// <param name="Double">Elements of <c>double</c>.</param>
/// <param name="Cases">Cases drawn.</param>
/// <param name="Judged">Cases judged; the others had the bits of a settled case.</param>
/// <param name="Unexplained">The cases that do not hold, as requests of <c>eval</c> and <c>replay</c>.</param>
public sealed record BlindResult(ulong Seed, long Single, long Double, long Cases, long Judged, ImmutableArray<string> Unexplained);
