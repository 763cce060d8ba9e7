using ParityNet.Cli.Output;
using ParityNet.Reports;
using ParityNet.Reports.Rendering.Plots;
using Spectre.Console;

namespace ParityNet.Cli.Reports;

/// <summary>Writes a report for a terminal of 80 columns: the summary first, then the ops that are worth a look, or all of them.</summary>
static class SummaryView
{
    const int RemarksShown = 12;

    /// <summary>Writes the summary.</summary>
    /// <param name="report">The report.</param>
    /// <param name="files">The files that were written.</param>
    /// <param name="terminal">The terminal.</param>
    /// <param name="all">Whether to list every op.</param>
    public static void Write(Report report, IReadOnlyList<string> files, Terminal terminal, bool all)
    {
        ClaimView.Write(report, terminal);
        terminal.WriteLine();
        if (report.Ops.Length > 0)
        {
            terminal.Tables.Write(Kinds(report));
            terminal.WriteLine();
        }
        ReportSummary sum = report.Summary;
        terminal.WriteWrapped($"Laws: {sum.LawsHeld} held, {sum.LawsKnown} known to break, {sum.LawsBroken} broken.");
        RemarksView.WriteTotals(report, terminal);
        if (report.Audit is { } audit)
            terminal.WriteWrapped(audit.Told());
        if (all && report.Ops.Length > 0)
            terminal.Tables.Write(Ops(report));
        else
            WriteAttention(report, terminal);
        foreach (LawReport law in report.Laws.Where(law => law.IsBroken()))
            terminal.WriteWrapped(
                $"Broken on {law.Backend}, {law.Op} {law.ElementType}, {law.Broken} of {TerminalNumber.Count(law.Cases, "case")}: {law.Name}");
        foreach (KnownDifferenceReport known in report.KnownDifferences.Where(known => known.StillDiffers == false))
            terminal.WriteWrapped($"No longer different, though on record as such: {known.Id} ({known.Op} on {known.Backend}).");
        foreach (SkipReport skip in report.Skipped)
            terminal.WriteWrapped($"Not covered: {skip.What}: {skip.Reason}");
        terminal.WriteWrapped($"Wrote {string.Join(", ", files)}.");
    }

    static Table Kinds(Report report)
    {
        Table table = Terminal.Plain("kind", "ops", "cases", "elements", "inside", "known", "range", "weak", "outside");
        foreach (KindTotal kind in KindTotal.Of(report))
            table.AddRow(kind.Kind, $"{kind.Ops}", $"{kind.Cases}", $"{kind.Verdicts.Total()}", $"{kind.Verdicts.AllInside()}",
                $"{kind.Verdicts.KnownDifference}", $"{kind.Verdicts.LeftRange()}", $"{kind.Verdicts.Weak}", Red(kind.Outside));
        return table;
    }

    static void WriteAttention(Report report, Terminal terminal)
    {
        ILookup<bool, Attention> looked = Attention.Of(report).ToLookup(a => a.IsTrouble);
        Attention[] trouble = [.. looked[true]], remarked = [.. looked[false]];
        if (trouble.Length > 0)
            terminal.WriteLine("Not explained:");
        foreach (Attention a in trouble)
            terminal.WriteWrapped(Line(a));
        if (remarked.Length == 0)
            return;
        terminal.WriteLine("Worth a look, though no disagreement:");
        foreach (Attention a in remarked.Take(RemarksShown))
            terminal.WriteWrapped(Line(a));
        if (remarked.Length > RemarksShown)
            terminal.WriteLine($"  and {remarked.Length - RemarksShown} more; --all lists every op.");
    }

    static string Line(Attention a) => $"  {a.Op.Op} {a.Op.ElementType}: {string.Join("; ", a.Reasons)}";

    static Table Ops(Report report)
    {
        string[] backends = [.. report.Environment.Backends.Select(backend => backend.Name)];
        Table table = Terminal.Table(
            ["op", "type", "cases", "elements", "identical", "inside", "known", "range", "weak", "outside",
            .. backends.Select(name => $"{name} max ULP")]);
        foreach (OpReport op in report.Ops)
            table.AddRow(
                [op.Op, op.ElementType, $"{op.Cases}", $"{op.Elements}", $"{op.Verdicts.Identical}", $"{op.Verdicts.BothInside + op.Verdicts.Inside}",
                $"{op.Verdicts.KnownDifference}", $"{op.Verdicts.LeftRange()}", $"{op.Verdicts.Weak}", Red(op.Outside()),
                    .. backends.Select(name => Largest(op, name))]);
        return table;
    }

    static string Red(long outside) => outside == 0 ? "0" : $"[red]{outside}[/]";

    static string Largest(OpReport op, string backend) =>
        op.Accuracy.FirstOrDefault(accuracy => accuracy.Backend == backend) is { } accuracy ? TerminalNumber.Short(accuracy.Max) : "—";
}
