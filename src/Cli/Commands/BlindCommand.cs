using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ParityNet.Cli.Blind;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Parity.Blind;
using Spectre.Console;

namespace ParityNet.Cli.Commands;

/// <summary><c>blind</c>: judges seeds that no development has seen, with every CPU capability and thread count of libtorch.</summary>
static class BlindCommand
{
    const int Usual = 160, Seeds = 3;

    public static Command Create(Terminal terminal)
    {
        Option<string[]?> seeds =
            Values.List("--seeds", "seeds", $"The seeds, separated by commas; by default {Seeds} random ones, which are printed.");
        Option<int> cases = Values.Whole("--cases", "The number of cases per op and element type; 160 are a million elements per type.", Usual, 1);
        Option<string[]?> capabilities =
            Values.List("--capabilities", "names", "The CPU capabilities of libtorch; by default default, avx2, avx512.");
        Option<string[]?> threads = Values.List("--threads", "numbers", "The thread counts of libtorch; by default 1, 2.");
        Option<string[]?> ops = Values.List("--ops", "names", $"The ops, {OpNames.Help}; by default all.");
        Option<string> settled =
            Values.Text("--settled", "file",
            "Judges one seed in this process, without the cases that a file records as settled, and adds to it; prints JSON.", "");
        settled.Hidden = true;
        var command =
            new Command("blind",
            "Judges seeds that no development has seen, with each CPU capability and thread count of libtorch; takes long.") { seeds, cases,
            capabilities, threads, ops, settled };
        command.SetAction(parsed =>
        {
            ulong[] asked = [.. (parsed.GetValue(seeds) ?? []).Select(Seed)];
            if (asked.Length == 0)
                asked = [.. Enumerable.Range(0, Seeds).Select(_ => (ulong)Random.Shared.Next(1, int.MaxValue))];
            string[] names = parsed.GetValue(ops) ?? [];
            ImmutableArray<OpEntry> entries = names.Length == 0 ? Catalog.All : OpNames.Find(names);
            using var interruption = new Interruption();
            if (parsed.GetRequiredValue(settled) is { Length: > 0 } file)
                return Judge(asked[0], parsed.GetValue(cases), entries, file, terminal, interruption.Token);
            var settings = new List<BlindSetting>();
            foreach (string capability in Given(parsed.GetValue(capabilities), BlindSetting.Capabilities))
                foreach (string count in Given(parsed.GetValue(threads), ["1", "2"]))
                    settings.Add(BlindSetting.Of(capability, count));
            return Run(asked, parsed.GetValue(cases), names, settings, terminal, interruption.Token);
        });
        return command;
    }

    static IReadOnlyList<string> Given(string[]? values, IReadOnlyList<string> preset) => values is { Length: > 0 } ? values : preset;

    static ulong Seed(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
        ? seed
        : throw new UsageException($"--seeds must be whole numbers: expected digits, got {text}.");

    static int Judge(ulong seed, int cases, ImmutableArray<OpEntry> ops, string file, Terminal terminal, CancellationToken cancellation)
    {
        // Fail now rather than after a long run, whose result goes there.
        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
            throw new UsageException($"--settled must be a file in a folder that there is: expected one, got {Echo.Of(file)}.");
        SettledCases settled = SettledCases.Load(file);
        BlindResult result = new BlindRun(Backends.Get("native"), Backends.Get("torch"), settled).Run(seed, cases, ops, cancellation: cancellation);
        settled.Save(file);
        terminal.WriteLine(JsonSerializer.Serialize(result));
        return result.Unexplained.IsEmpty ? ExitCode.Done : ExitCode.Disagreement;
    }

    static int Run(ulong[] seeds, int cases, string[] ops, List<BlindSetting> settings, Terminal terminal, CancellationToken cancellation)
    {
        Backends.Get("torch");
        Table table = Terminal.Table("seed", "capability", "threads", "cases", "judged", "float32 elements", "float64 elements", "unexplained");
        var unexplained = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ulong seed in seeds)
        {
            string file = Path.GetTempFileName();
            try
            {
                foreach (BlindSetting setting in settings)
                {
                    BlindResult result =
                        Bar.Show(terminal, $"{seed}, {setting.Capability}, {setting.Threads}", 1,
                        _ => setting.Run(seed, cases, ops, file, cancellation));
                    table.AddRow($"{seed}", setting.Capability, $"{setting.Threads}", $"{result.Cases}", $"{result.Judged}", $"{result.Single}",
                        $"{result.Double}", $"{result.Unexplained.Length}");
                    unexplained.UnionWith(result.Unexplained);
                }
            }
            finally
            {
                File.Delete(file);
            }
        }
        terminal.Tables.Write(table);
        foreach (string request in unexplained)
            terminal.WriteLine($"./paritynet replay {ShellText.Quoted(request)}");
        return unexplained.Count == 0 ? ExitCode.Done : ExitCode.Disagreement;
    }
}
