namespace ParityNet.Reports;

/// <summary>How the settings of two reports differ.</summary>
static class SettingDiff
{
    public static IEnumerable<Change> Of(Report earlier, Report later) =>
        from pair in Facts(earlier).Zip(Facts(later))
        where pair.First.Text != pair.Second.Text
        select new Change(pair.First.Name, Direction.Moved, $"{pair.First.Text} → {pair.Second.Text}");

    static IEnumerable<(string Name, string Text)> Facts(Report report)
    {
        ReportEnvironment e = report.Environment;
        yield return ("seed", $"{report.Setup.Seed}");
        yield return ("cases", $"{report.Setup.CasesPerOp}");
        yield return ("generator", $"{report.Setup.Generator}");
        yield return ("whole", report.Complete ? "yes" : "cut short");
        yield return ("system", $"{e.System}, {e.Architecture}");
        yield return ("processor", e.Processor);
        yield return ("instructions", string.Join(", ", e.InstructionSets));
        yield return ("runtime", e.Runtime);
        yield return ("ParityNet", e.ParityNet);
        yield return ("first backend", Backend(e.Backends, 0));
        yield return ("second backend", Backend(e.Backends, 1));
    }

    static string Backend(IReadOnlyList<BackendInfo> backends, int index) => index >= backends.Count ? "none"
        : $"{backends[index].Name} {backends[index].Version}; {backends[index].Build}; {string.Join(", ", backends[index].InstructionSets)}; "
            + $"{backends[index].Threads} threads";
}
