using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Reports;
using ParityNet.Cli.Verification;
using ParityNet.Reports;

namespace ParityNet.Cli.Commands;

/// <summary><c>verify</c>: holds a report against itself and against this machine.</summary>
static class VerifyCommand
{
    const int Usual = 100, Shown = 10;

    public static Command Create(Terminal terminal)
    {
        Argument<string> source = ReportSource.Argument("report", "A report.json, or its folder.");
        Option<string> hash = Values.Text("--sha256", "hash", "The hash that it must have; by default the one that report.md beside it states.", "");
        Option<int> cases = Values.Whole("--cases", "The number of its cases to draw and judge again.", Usual, 0);
        Option<int> seed = Values.Whole("--seed", "The seed of that choice.", 1, 0);
        var command = new Command("verify",
            "Recomputes the totals and the hash of a report, and runs its worst cases and some others again on this machine.")
        {
            source, hash, cases, seed,
        };
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(source), file = Directory.Exists(path) ? Path.Combine(path, "report.json") : path;
            Report report = ReportSource.Read(file);
            string stated = parsed.GetRequiredValue(hash).ToLowerInvariant();
            using var interruption = new Interruption();
            var checks = new List<Check>(
                Statements.Of(report, File.ReadAllText(file), stated.Length > 0 ? stated : Statements.HashBeside(file)));
            foreach (Check check in checks)
                terminal.WriteWrapped(check.Problem is { } problem ? $"Wrong: {problem}." : $"Right: {check.What}.");
            Check[] again = Again(report, parsed.GetValue(cases), parsed.GetValue(seed), terminal, interruption.Token);
            Write(again, terminal);
            return checks.Concat(again).Any(check => check.Problem is not null) ? ExitCode.Disagreement : ExitCode.Done;
        });
        return command;
    }

    static Check[] Again(Report report, int cases, int seed, Terminal terminal, CancellationToken cancellation)
    {
        if (report.Setup.Generator != ReportRun.Generator)
            throw new UsageException(
                $"the cases must be those of this version: expected generator {ReportRun.Generator}, got {report.Setup.Generator}.");
        IBackend[] backends = [.. report.Setup.Backends.Select(Backends.Get)];
        IReadOnlyList<CaseReport> shown = CasesAgain.CasesOf(report);
        var again = new CasesAgain(report, backends);
        return Bar.Show(terminal, "Verifying", shown.Count + cases, tell =>
        {
            var done = new List<Check>();
            foreach (Check check in shown.Select(again.Again).Concat(new Drawn(report, backends).Some(cases, seed)))
            {
                cancellation.ThrowIfCancellationRequested();
                done.Add(check);
                tell(done.Count, "");
            }
            return done.ToArray();
        });
    }

    static void Write(Check[] again, Terminal terminal)
    {
        string[] wrong = [.. again.Select(check => check.Problem).OfType<string>()], moved = [.. again.Select(check => check.Moved).OfType<string>()];
        terminal.WriteWrapped($"Ran {TerminalNumber.Count(again.Length, "case")} again: {again.Length - wrong.Length - moved.Length} as stated, "
            + $"{moved.Length} with other bits of a library that promises none, {wrong.Length} wrong.");
        foreach (string problem in wrong.Take(Shown))
            terminal.WriteWrapped($"  {problem}.");
        foreach (string difference in moved.Take(Shown))
            terminal.WriteWrapped($"  {difference}.");
    }
}
