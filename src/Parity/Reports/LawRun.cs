using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Laws;

namespace ParityNet.Parity.Reports;

/// <summary>Tries the laws about one op on one backend.</summary>
static class LawRun
{
    public static ImmutableArray<LawReport> Of<T>(ReportOptions options, OpEntry entry, IBackend backend, CancellationToken cancellation)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (options.LawCases == 0 || !entry.IsIn(backend))
            return [];
        Law[] laws = [.. LawBook.All.Where(law => entry.Examples.Any(law.AppliesTo))];
        var reports = new LawReport?[laws.Length];
        Parallel.For(0, laws.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, i =>
            reports[i] = cancellation.IsCancellationRequested ? null : Try<T>(options, entry, backend, laws[i]));
        return [.. reports.OfType<LawReport>()];
    }

    static LawReport Try<T>(ReportOptions options, OpEntry entry, IBackend backend, Law law) where T : unmanaged, IFloatingPointIeee754<T>
    {
        OpSpec[] specs = [.. entry.Examples.Where(law.AppliesTo)];
        long broken = 0;
        string? example = null;
        for (int i = 0; i < options.LawCases; i++)
        {
            ulong seed = options.Seed * 1_000_003 + (ulong)i;
            OpSpec spec = specs[i % specs.Length];
            if (LawTrial.Broken<T>(law, backend, spec, seed) is null)
                continue;
            broken++;
            example ??= LawTrial.Shrunk<T>(law, backend, spec, seed);
        }
        return new LawReport(law.Name, law.Kind == LawKind.Exact ? "exact" : "bounded", entry.Name, ElementType.Name<T>(), backend.Name,
            options.LawCases, broken, example, broken == 0 ? null : KnownDifferences.ReasonForLaw(law.Name, entry.Name, backend.Name));
    }
}
