using ParityNet.Cli.Output;
using ParityNet.Reports;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Cli.Reports;

/// <summary>Writes the remarks of a report: intermediate overflow and underflow, and lost digits.</summary>
static class RemarksView
{
    /// <summary>Writes one line per backend and kind of remark.</summary>
    public static void WriteTotals(Report report, Terminal terminal)
    {
        foreach (string backend in report.Setup.Backends)
        {
            RangeReport[] range = [.. report.Ops.SelectMany(op => op.Range).Where(of => of.Backend == backend)];
            if (range.Length > 0)
                terminal.WriteWrapped(
                    $"On the way, {backend} overflows in {TerminalNumber.Count(range.Sum(of => of.Overflows), "element")} and underflows in " +
                    $"{range.Sum(of => of.Underflows)}, of " +
                    $"{TerminalNumber.Count(Ops(report, op => op.Range.Any(of => of.Backend == backend)), "op")}.");
            DigitsLostReport[] digits = [.. report.Ops.SelectMany(op => op.DigitsLost).Where(of => of.Backend == backend)];
            if (digits.Length > 0)
                terminal.WriteWrapped(
                    $"Inside its bounds, {backend} loses half of the digits or more in " +
                    $"{TerminalNumber.Count(digits.Sum(of => of.Elements), "element")} of " +
                    $"{TerminalNumber.Count(Ops(report, op => op.DigitsLost.Any(of => of.Backend == backend)), "op")}" +
                    $"{Kept(report, backend, digits.Sum(of => of.KeptByOther))}.");
        }
    }

    /// <summary>The title and case of each remark about an op.</summary>
    public static IEnumerable<(string Title, CaseReport Case)> Of(Report report, OpReport op)
    {
        foreach (RangeReport of in op.Range)
            yield return ($"Overflows on the way on {of.Backend} in {of.Overflows}, underflows in {of.Underflows}; smallest input", of.Smallest);
        foreach (DigitsLostReport of in op.DigitsLost)
            yield return ($"Digits lost on {of.Backend} in {of.Elements}{Kept(report, of.Backend, of.KeptByOther)}; worst", of.Worst);
    }

    static int Ops(Report report, Func<OpReport, bool> has) => report.Ops.Where(has).Select(op => op.Op).Distinct().Count();

    static string Kept(Report report, string backend, long kept) =>
        report.Setup.Backends.FirstOrDefault(name => name != backend) is { } other ? $", {kept} of which {other} keeps" : "";
}
