using System.Collections.Immutable;
using System.CommandLine;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Native;
using ParityNet.Parity;
using ParityNet.Reports.Frameworks;
using Spectre.Console;

namespace ParityNet.Cli.Commands;

/// <summary><c>frameworks</c>: compares other frameworks with the definitions, and says who agrees on what.</summary>
static class FrameworksCommand
{
    const int Cases = 100;

    // A framework may have to be installed first.
    const double StartSeconds = 1800;

    public static Command Create(Terminal terminal)
    {
        Option<string[]?> only = Values.List("--frameworks", "names",
            $"The frameworks, separated by commas, of {string.Join(", ", Names)}; by default all.");
        Option<string[]?> ops = Values.List("--ops", "names", "The ops, separated by commas; by default all.");
        Option<int> cases = Values.Whole("--cases", "The number of cases per op and element type.", Cases, 1);
        Option<ulong> seed = Values.Whole("--seed", "The seed of the cases.", 1UL, 0UL);
        Option<string> folder = Values.Text("--out", "folder", $"The folder for {FrameworksMarkdown.Page}.", "docs");
        var command = new Command("frameworks",
            $"Compares PyTorch, TensorFlow.js and ONNX Runtime with the definitions, installs what it needs, and writes {FrameworksMarkdown.Page}.")
        {
            only, ops, cases, seed, folder,
        };
        command.SetAction(parsed =>
        {
            ImmutableArray<Framework> frameworks = Chosen(parsed.GetValue(only));
            ImmutableArray<OpEntry> entries = parsed.GetValue(ops) is { Length: > 0 } names ? OpNames.Find(names) : Catalog.All;
            var run = new FrameworkRun(frameworks, new() { StartSeconds = StartSeconds }, parsed.GetValue(cases), parsed.GetValue(seed));
            return Run(run, entries, parsed.GetRequiredValue(folder), terminal);
        });
        return command;
    }

    static int Run(FrameworkRun run, ImmutableArray<OpEntry> ops, string folder, Terminal terminal)
    {
        using var interruption = new Interruption();
        using var output = new OutputFolder(folder);
        FrameworkReport report;
        try
        {
            int done = 0;
            report = Bar.Show(terminal, "Comparing", run.Most(ops), tell =>
                run.Run(new NativeBackend(), ops, last => tell(Interlocked.Increment(ref done), last), interruption.Token));
        }
        catch (OperationCanceledException)
        {
            return Interruption.Code;
        }
        output.Write(FrameworksMarkdown.Page, FrameworksMarkdown.Render(report, DateOnly.FromDateTime(DateTime.UtcNow)));
        Write(report, output.Finish(), terminal);
        return report.Frameworks.All(one => one.Absent is not null) ? ExitCode.BadUsage : ExitCode.Done;
    }

    static void Write(FrameworkReport report, IReadOnlyList<string> files, Terminal terminal)
    {
        Table table = Terminal.Table("framework", "version", "ops", "same", "digits lost", "dialect", "wrong");
        foreach (ComparedFramework one in report.Frameworks)
        {
            int Count(params FrameworkVerdict[] verdicts) => one.Results.Count(result => verdicts.Contains(result.Verdict));
            table.AddRow([.. new[]
            {
                one.Framework.Name, one.Absent is null ? one.Version : "not there", $"{one.Results.Length}",
                $"{Count(FrameworkVerdict.Same, FrameworkVerdict.SpecialInputs, FrameworkVerdict.Refuses)}",
                $"{Count(FrameworkVerdict.DigitsLost)}", $"{Count(FrameworkVerdict.Dialect)}", $"{Count(FrameworkVerdict.Wrong)}",
            }.Select(Markup.Escape)]);
        }
        terminal.Tables.Write(table);
        foreach (ComparedFramework one in report.Frameworks.Where(one => one.Absent is not null))
            terminal.WriteLine($"{one.Framework.Name} is not compared: {one.Absent}");
        foreach (string file in files)
            terminal.WriteLine(file);
    }

    static IEnumerable<string> Names => All("").Select(framework => framework.Name);

    static ImmutableArray<Framework> Chosen(string[]? names)
    {
        ImmutableArray<Framework> all = All(Workers());
        return names is not { Length: > 0 } ? all : [.. names.Distinct().Select(name => all.FirstOrDefault(one => one.Name == name)
            ?? throw new UnknownNameException("framework must be one that ships", name, Names))];
    }

    static ImmutableArray<Framework> All(string workers) =>
    [
        new("PyTorch", "libtorch", $"\"{workers}/pytorch/run.sh\"",
            "torch.nn.functional, torch.nn.init, torch.optim and its lr_scheduler, with gradients by autograd"),
        new("TensorFlow.js", "TensorFlow.js", $"\"{workers}/tensorflow-js/run.sh\" core",
            "tf.losses, tf.train and operations on the CPU, with gradients by tf.grads; float alone"),
        new("Keras.js", "TensorFlow.js", $"\"{workers}/tensorflow-js/run.sh\" keras",
            "losses of a compiled model and tf.layers.activation of TensorFlow.js; float alone"),
        new("ONNX Runtime", "ONNX Runtime", $"\"{workers}/onnxruntime/run.sh\"", "models of one operator; values alone"),
    ];

    // The workers ship with the source, in the folder above the build's.
    static string Workers()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, "workers", "pytorch", "run.sh")))
                return Path.Combine(folder, "workers");
        throw new UsageException(
            "frameworks must be run from a clone, since the workers are no part of the tool: expected the folder workers, got none.");
    }
}
