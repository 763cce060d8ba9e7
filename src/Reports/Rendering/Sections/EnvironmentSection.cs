using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Reports.Rendering.Sections;

/// <summary>The environment of the run and the command that repeats it.</summary>
static class EnvironmentSection
{
    public static Html Of(ReportPage page)
    {
        Report report = page.Report;
        return Html.Of($"""
            <section id="environment">
            <h2>Environment</h2>
            <div class="two">
            <dl class="facts">{Html.Each(Facts(report), f => Html.Of($"<dt>{f.Name}</dt><dd>{f.Text}</dd>\n"))}</dl>
            <dl class="facts">{Html.Each(report.Environment.Backends, b => Html.Of($"<dt>{b.Name}</dt><dd>{Backend(b)}</dd>\n"))}</dl>
            </div>
            <p>This command repeats the run:</p>
            <div class="command"><pre>{report.Setup.Command}</pre></div>
            {Html.When(report.Skipped.Length > 0, () => Html.Of($"""
            <h3>What did not run</h3>
            <ul class="prose">{Html.Each(report.Skipped, s => Html.Of($"<li><b>{s.What}</b>: {s.Reason}</li>\n"))}</ul>
            """))}
            </section>

            """);
    }

    public static IEnumerable<(string Name, string Text)> Facts(Report report)
    {
        ReportEnvironment e = report.Environment;
        yield return ("System", e.System);
        yield return ("Processor", $"{e.Processor} ({e.Architecture}), {NumberText.Count(e.Processors)} used");
        yield return ("Vector instructions", e.InstructionSets.Length > 0 ? string.Join(", ", e.InstructionSets) : "none");
        yield return ("Runtime", e.Runtime);
        yield return ("ParityNet", e.Commit.Length > 0 ? $"{e.ParityNet}, commit {e.Commit}" : e.ParityNet);
        yield return ("Cases",
            $"{NumberText.Count(report.Setup.CasesPerOp)} for each op and element type{(report.Setup.CaseRule is { } rule ? $" ({rule})" : "")}, " +
            $"seed {report.Setup.Seed}, generator {report.Setup.Generator}");
        yield return ("Element types", string.Join(", ", report.Setup.ElementTypes));
        if (report.Times is { } times)
            yield return ("Run", $"{times.Started.UtcDateTime:yyyy-MM-dd HH:mm} UTC, {times.Seconds:0.0} s");
    }

    public static string Backend(BackendInfo info) => string.Join("; ", new[]
    {
        info.Version, info.Build, string.Join(", ", info.InstructionSets), NumberText.Count(info.Threads, "thread"),
    }.Where(part => part.Length > 0));
}
