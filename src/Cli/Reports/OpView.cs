using ParityNet.Cli.Output;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports;
using ParityNet.Reports.Rendering.Plots;
using Spectre.Console;

namespace ParityNet.Cli.Reports;

/// <summary>Writes the ops of a report in detail.</summary>
static class OpView
{
    const int BarWidth = 40;

    /// <summary>Writes every op of a report.</summary>
    public static void Write(Report report, Terminal terminal)
    {
        foreach (OpReport op in report.Ops)
        {
            terminal.WriteLine(
                $"{op.Op} ({op.Kind}), {op.ElementType}{Whose(report, op)}: {TerminalNumber.Count(op.Cases, "case")}, " +
                $"{TerminalNumber.Count(op.Elements, "element")}{SameBits(op)}.");
            WriteVerdicts(op, terminal);
            WriteAccuracy(op, terminal);
            WriteHistogram(op, terminal);
            foreach (CaseReport worst in op.Worst)
                WriteCase($"Worst on {worst.Backend}", worst, terminal);
            foreach ((string title, CaseReport remarked) in RemarksView.Of(report, op))
                WriteCase(title, remarked, terminal);
            foreach (ExplanationReport explained in op.Explanations ?? [])
                terminal.WriteLine($"What {explained.Backend} does: {explained.Sentence}");
            foreach (CaseReport outside in op.Disagreements)
                WriteCase("Outside", outside, terminal);
        }
        WriteLaws(report, terminal);
        foreach (KnownDifferenceReport known in report.KnownDifferences)
            terminal.WriteLine(
                $"Known difference {known.Id} on {known.Backend}, {TerminalNumber.Count(known.Elements, "element")}: {known.Condition}. " +
                $"{known.Reason}");
        foreach (SkipReport skip in report.Skipped)
            terminal.WriteLine($"Not covered: {skip.What}: {skip.Reason}");
        ClaimView.Write(report, terminal);
    }

    static void WriteVerdicts(OpReport op, Terminal terminal)
    {
        VerdictCounts counts = op.Verdicts;
        Table table = Terminal.Table("verdict", "elements", "%");
        foreach ((string name, long count) in new (string, long)[]
        {
            ("identical", counts.Identical), ("both inside", counts.BothInside), ("inside", counts.Inside),
            ($"{First(op)} outside", counts.FirstOutside), ($"{op.Accuracy.LastOrDefault()?.Backend} outside", counts.SecondOutside),
            ("both outside", counts.BothOutside), ("known difference", counts.KnownDifference),
                ("overflows on the way", counts.OverflowsOnTheWay),
            ("underflows on the way", counts.UnderflowsOnTheWay), ("weak", counts.Weak),
        })
            if (count > 0)
                table.AddRow(name, $"{count}", TerminalNumber.Short(100.0 * count / op.Elements));
        terminal.Tables.Write(table);
    }

    static void WriteAccuracy(OpReport op, Terminal terminal)
    {
        Table table = Terminal.Table("backend", "median ULP", "p99 ULP", "max ULP", "bits lost", "correctly rounded, %");
        foreach (AccuracyReport row in op.Accuracy)
            table.AddRow(row.Backend, TerminalNumber.Short(row.P50), TerminalNumber.Short(row.P99), TerminalNumber.Short(row.Max),
                TerminalNumber.Short(row.Bits), TerminalNumber.Short(row.CorrectlyRoundedPercent));
        terminal.Tables.Write(table);
        terminal.WriteLine(
            $"Enclosures: half are at most {TerminalNumber.Short(op.Bound.MedianWidth)} ULP wide, 95 % at most " +
            $"{TerminalNumber.Short(op.Bound.P95Width)}; {TerminalNumber.Short(op.Bound.WidePercent)} % are wider than 2¹²; at most " +
            $"{TerminalNumber.Short(100 * op.Bound.UsedFraction)} % of one was used.");
        Table evidence = Terminal.Table("output", "elements", "evidence, median bits", "1st percentile", "weak, %");
        foreach (EvidenceReport output in op.Evidence)
            evidence.AddRow(output.Output, $"{output.Elements}", TerminalNumber.Short(output.MedianBits), TerminalNumber.Short(output.P1Bits),
                TerminalNumber.Short(output.WeakPercent));
        terminal.Tables.Write(evidence);
    }

    static void WriteHistogram(OpReport op, Terminal terminal)
    {
        Table table = Terminal.Table(["error, ULP", .. op.Histogram.Counts.Select(counts => counts.Backend)]);
        long most = Math.Max(1, op.Histogram.Counts.Max(counts => counts.Elements.Max()));
        for (int bin = 0; bin < op.Histogram.Counts[0].Elements.Length; bin++)
            if (op.Histogram.Counts.Any(counts => counts.Elements[bin] > 0))
                table.AddRow([Bin(op.Histogram, bin), .. op.Histogram.Counts.Select(counts => BarOf(counts.Elements[bin], most))]);
        terminal.Tables.Write(table);
    }

    // Logarithmic bars, so that a single element is visible next to a million.
    static string BarOf(long count, long most) =>
        count == 0 ? "" : $"{new string('█', Math.Max(1, (int)(BarWidth * Math.Log2(count + 1) / Math.Log2(most + 1))))} {count}";

    static string Bin(HistogramReport histogram, int bin) => bin switch
    {
        0 => "0",
        _ when bin < histogram.UpperEdges.Length && double.IsFinite(histogram.UpperEdges[bin]) =>
            $"≤ {TerminalNumber.Short(histogram.UpperEdges[bin])}",
        _ => $"> {TerminalNumber.Short(histogram.UpperEdges[bin - 1])}",
    };

    static void WriteCase(string title, CaseReport report, Terminal terminal)
    {
        terminal.WriteLine(report.Computed.IsEmpty
            ? $"{title}: {report.Verdict}"
            : $"{title}: {report.Quantity}[{report.Index}] of {report.Spec}, {TerminalNumber.Short(report.Ulps)} ULP, {report.Verdict}");
        foreach (NumberReport number in report.Computed)
            terminal.WriteLine($"  {number.Of,-10} {number.Decimal} ({number.Hex})");
        if (!report.Computed.IsEmpty)
        {
            terminal.WriteLine($"  {"best",-10} {report.Expected.Decimal} ({report.Expected.Hex})");
            terminal.WriteLine($"  {"enclosure",-10} {report.Low.Decimal} ({report.Low.Hex}) to {report.High.Decimal} ({report.High.Hex})");
        }
        terminal.WriteLine($"  {report.Replay}");
    }

    static void WriteLaws(Report report, Terminal terminal)
    {
        terminal.WriteLine($"Laws: {report.Summary.LawsHeld} held, {report.Summary.LawsKnown} known to break, {report.Summary.LawsBroken} broken.");
        // An op without cases lists the laws that held instead.
        if (report.Ops.IsEmpty)
            foreach (LawReport law in report.Laws.Where(law => law.Broken == 0))
                terminal.WriteLine($"  held, {law.Kind}, {law.ElementType}, {law.Cases} cases: {law.Name}");
        foreach (LawReport law in report.Laws.Where(law => law.Broken > 0))
            terminal.WriteLine(law.Known is { } reason
                ? $"  known to break on {law.Backend}, {law.ElementType}: {law.Name}: {reason}"
                : $"  broken on {law.Backend}, {law.ElementType}, {law.Broken} of {TerminalNumber.Count(law.Cases, "case")}: {law.Name}: " +
                    $"{law.CounterExample}");
    }

    static string Whose(Report report, OpReport op) =>
        report.Environment.Backends.Length > 2 ? $" on {string.Join(" and ", op.Accuracy.Select(a => a.Backend))}" : "";

    static string? First(OpReport op) => op.Accuracy.FirstOrDefault()?.Backend;

    static string SameBits(OpReport op) => op.Accuracy.Length > 1
        ? $", {TerminalNumber.Short(op.BitsEqualPercent)} % with the same bits on both backends"
        : "";
}
