using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Diagnosis;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>Names the mistake of a member whose numbers differ, as <c>prove</c> names that of a user.</summary>
static class MemberDiagnosis
{
    // A mistake shows on more cases than an audit of hundreds of members has.
    const int Cases = 60;

    /// <summary>The mistake in a sentence; null where no ordinary number is wrong.</summary>
    public static string? Of(Reference reference, IBackend beside, ulong seed) =>
        Explained<double>(reference, beside, seed) ?? Explained<float>(reference, beside, seed);

    static string? Explained<T>(Reference reference, IBackend beside, ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        OpEntry entry = AuditCase.EntryOf(reference);
        Draw<T> draw = reference.Defaults is { } defaults ? new(defaults, seed) : new(entry, seed);
        var judge = new Judge(new MemberBackend(reference), beside, KnownDifferences.All);
        var observations = new List<Observation>();
        for (int i = 0; i < Cases; i++)
        {
            var findings = ImmutableArray.CreateBuilder<Finding>();
            Case<T> @case = Fitted(draw.At(i), reference);
            try
            {
                if (judge.Of(@case, findings).Failure is null)
                    observations.Add(Observation.Of(@case, [.. findings.Select(Own)]));
            }
            catch (NotSupportedException)
            {
                // The member takes no such options.
            }
        }
        return Diagnostician.Explain<T>(entry, observations, $"{reference.Member} computes")?.Sentence is { Length: > 0 } sentence ? sentence : null;
    }

    // What the native library gives too is not the member's fault.
    static Finding Own(Finding finding) => finding.Verdict == Verdict.BothOutside && finding.First is { } own && finding.Second is { } common
        && Bits.Same(own, common) ? finding with { Verdict = Verdict.Inside } : finding;

    static Case<T> Fitted<T>(Case<T> drawn, Reference reference) where T : unmanaged, IFloatingPointIeee754<T> =>
        drawn is FunctionCase<T> function && reference is FunctionReference of ? FunctionTrials.Fitted(function, of) : drawn;
}
