using ParityNet.Cli.Output;
using ParityNet.Reports;
using ParityNet.Reports.Rendering.Plots;
using Spectre.Console;

namespace ParityNet.Cli.Reports;

/// <summary>Writes a report in one table.</summary>
static class SummaryView
{
    /// <summary>Writes the summary.</summary>
    public static void Write(Report report, IReadOnlyList<string> files, Terminal terminal)
    {
        string[] backends = [.. report.Environment.Backends.Select(backend => backend.Name)];
        Table table =
            Terminal.Table(
            ["op", "type", "cases", "elements", "identical", "inside", "known", "range", "weak", "outside",
            .. backends.Select(name => $"{name} max ULP")]);
        foreach (OpReport op in report.Ops)
            table.AddRow(
                [op.Op, op.ElementType, $"{op.Cases}", $"{op.Elements}", $"{op.Verdicts.Identical}", $"{op.Verdicts.BothInside + op.Verdicts.Inside}",
                $"{op.Verdicts.KnownDifference}", $"{op.Verdicts.LeftRange()}", $"{op.Verdicts.Weak}", Outside(op),
                    .. backends.Select(name => Largest(op, name))]);
        if (report.Ops.Length > 0)
            terminal.Tables.Write(table);
        foreach (KindTotal kind in KindTotal.Of(report))
            terminal.WriteLine(
                $"{kind.Kind}: {TerminalNumber.Count(kind.Ops, "op")}, {TerminalNumber.Count(kind.Cases, "case")}, " +
                $"{TerminalNumber.Count(kind.Verdicts.Total(), "element")}, {kind.Outside} outside.");
        RemarksView.WriteTotals(report, terminal);
        foreach (LawReport law in report.Laws.Where(law => law.Broken > 0 && law.Known is null))
            terminal.WriteLine(
                $"Broken on {law.Backend}, {law.Op} {law.ElementType}, {law.Broken} of {TerminalNumber.Count(law.Cases, "case")}: {law.Name}");
        foreach (KnownDifferenceReport known in report.KnownDifferences.Where(known => known.StillDiffers == false))
            terminal.WriteLine($"No longer different, though on record as such: {known.Id} ({known.Op} on {known.Backend}).");
        foreach (SkipReport skip in report.Skipped)
            terminal.WriteLine($"Not covered: {skip.What}: {skip.Reason}");
        terminal.WriteLine($"Laws: {report.Summary.LawsHeld} held, {report.Summary.LawsKnown} known to break, {report.Summary.LawsBroken} broken.");
        if (report.Audit is { } audit)
            terminal.WriteLine(audit.Told());
        ClaimView.Write(report, terminal);
        terminal.WriteLine($"Wrote {string.Join(", ", files)}.");
    }

    static string Outside(OpReport op)
    {
        long outside = op.Outside();
        return outside == 0 ? "0" : $"[red]{outside}[/]";
    }

    static string Largest(OpReport op, string backend) =>
        op.Accuracy.FirstOrDefault(accuracy => accuracy.Backend == backend) is { } accuracy ? TerminalNumber.Short(accuracy.Max) : "—";
}
