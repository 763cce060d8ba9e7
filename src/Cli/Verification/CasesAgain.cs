using ParityNet.Cli.Replays;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports;

namespace ParityNet.Cli.Verification;

/// <summary>Runs the cases that a report shows again on this machine.</summary>
/// <param name="report">The report.</param>
/// <param name="backends">Its backends, as they are here.</param>
sealed class CasesAgain(Report report, IReadOnlyList<IBackend> backends)
{
    readonly Judge judge = new(backends[0], backends.Count > 1 ? backends[1] : null, KnownDifferences.All);

    /// <summary>The cases of a report: worst ones, unexplained ones, and those with remarks; each once.</summary>
    public static IReadOnlyList<CaseReport> CasesOf(Report report) =>
    [
        .. report.Ops.SelectMany(op => (CaseReport[])
            [.. op.Worst, .. op.Disagreements, .. op.Range.Select(r => r.Smallest), .. op.DigitsLost.Select(lost => lost.Worst)])
            .Where(shown => shown.Request.Length > 0 && !shown.Computed.IsEmpty)
            .DistinctBy(shown => (shown.Request, shown.Quantity, shown.Index)),
    ];

    /// <summary>Runs a case again.</summary>
    public Check Again(CaseReport shown)
    {
        string where = $"{shown.Quantity}[{shown.Index}] of {shown.Spec}";
        Replay replay = Replay.Of(SavedCase.Read(shown.Request, backends[0]).First(), judge);
        if (replay.Findings.FirstOrDefault(f => f.Quantity == shown.Quantity && f.Index == shown.Index) is not { } finding)
            return new(where, $"{where} must be there again: expected an element, got none ({replay.Judgement.Failure ?? "no failure"})");
        bool single = replay.Case.ElementTypeName == "float32";
        foreach ((string of, string stated, double now) in new[]
        {
            ("the lower bound", shown.Low.Hex, finding.Low), ("the upper bound", shown.High.Hex, finding.High),
        })
            if (Hex(now, false) != stated)
                return new(where, $"{of} of {where} must be the one that is stated: expected {stated}, got {Hex(now, false)}");
        string? moved = null;
        foreach ((IBackend backend, double? number) in backends.Zip([finding.First, finding.Second]))
        {
            if (shown.Computed.FirstOrDefault(n => n.Of == backend.Name) is not { } stated || number is not { } value
                || Hex(value, single) == stated.Hex)
                continue;
            string difference = $"{backend.Name} gives {Hex(value, single)} at {where}, where the report has {stated.Hex}";
            if (MustBeEqual(backend))
                return new(where, difference);
            moved = difference;
        }
        return finding.IsUnexplained && !Unexplained(shown)
            ? new(where, $"{where} must lie inside its bounds: expected {shown.Verdict}, got {finding.Verdict}")
            : new(where, Moved: moved);
    }

    // The same build on the same instructions gives the same bits; the first backend of ours does so everywhere.
    bool MustBeEqual(IBackend backend) => backend.Name == "native"
        || report.Environment.Backends.FirstOrDefault(info => info.Name == backend.Name) is { } then && Same(then, backend.Info);

    static bool Same(BackendInfo a, BackendInfo b) => (a.Version, a.Build, a.Threads) == (b.Version, b.Build, b.Threads)
        && a.InstructionSets.SequenceEqual(b.InstructionSets);

    static bool Unexplained(CaseReport shown) => shown.Verdict is "FirstOutside" or "SecondOutside" or "BothOutside";

    static string Hex(double value, bool single) => NumberReport.From("", value, single).Hex;
}
