using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Parity.Audit;
using ParityNet.Reports.Rendering;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Torch;
using Spectre.Console;

namespace ParityNet.Cli.Commands;

/// <summary><c>audit</c>: compares a library's own API with the definitions.</summary>
static class AuditCommand
{
    const string Page = "torchsharp.md";

    public static Command Create(Terminal terminal)
    {
        var library = new Argument<string>("library") { Description = "The library: torchsharp." };
        library.Validators.Add(result =>
        {
            if (result.Tokens is [var name] && name.Value != "torchsharp")
                result.AddError($"library must be one that can be audited: expected torchsharp, got {Echo.Of(name.Value)}.");
        });
        Option<int> cases = Values.Whole("--cases", "The number of cases per member and element type.", AuditOptions.Usual, 1);
        Option<ulong> seed = Values.Whole("--seed", "The seed of the cases.", 1UL, 0UL);
        Option<string> folder = Values.Text("--out", "folder", $"The folder for {Page}.", "docs");
        var command =
            new Command("audit",
            $"Compares a library's own functions, modules, optimizers and schedulers with the definitions, and writes {Page}.") { library, cases,
            seed, folder };
        command.SetAction(parsed =>
            Run(new(parsed.GetValue(cases), parsed.GetValue(seed), NamesMistakes: true), parsed.GetRequiredValue(folder), terminal));
        return command;
    }

    static int Run(AuditOptions options, string folder, Terminal terminal)
    {
        IBackend torch = Backends.Get("torch");
        using var interruption = new Interruption();
        using var output = new OutputFolder(folder);
        var run = new AuditRun(new TorchSharpLibrary(), torch, options);
        AuditReport report;
        try
        {
            report = Bar.Show(terminal, "Auditing", run.Members, tell => run.Run((done, last) => tell(done, last), interruption.Token));
        }
        catch (OperationCanceledException)
        {
            return Interruption.Code;
        }
        output.Write(Page, AuditMarkdown.Render(report));
        Write(report, output.Finish(), terminal);
        return report.IsAsKnown ? ExitCode.Done : ExitCode.Disagreement;
    }

    static void Write(AuditReport report, IReadOnlyList<string> files, Terminal terminal)
    {
        Table table = Terminal.Table("finding", "kind", "gives", "cases", "still differs");
        foreach (AuditedFinding finding in report.Findings)
            table.AddRow(
                [.. new[] { finding.Id, finding.Kind.ToString(), finding.Seen, $"{finding.Cases}", finding.StillDiffers ? "yes" : "NO" }
                .Select(Markup.Escape)]);
        terminal.Tables.Write(table);
        foreach (AuditedMember member in report.Members.Where(member => member.Unexplained is not null))
            terminal.WriteLine($"{member.Member} differs for a reason that is not known: {member.Unexplained}"
                + (member.Mistake is { } mistake ? $"\n{mistake}" : ""));
        terminal.WriteLine(
            $"{report.Library} {report.Version}: {report.Members.Length} members, {report.Members.Count(member => member.Differing > 0)} differ; " +
            $"{report.StillDiffering} of {report.Findings.Length} findings still differ.");
        foreach (string file in files)
            terminal.WriteLine(file);
    }
}
