using System.Collections.Immutable;
using System.CommandLine;
using System.Reflection;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Reports;

namespace ParityNet.Cli.Options;

/// <summary>The options of commands that judge cases.</summary>
/// <param name="preset">The default number of cases per op and element type.</param>
sealed class RunOptions(CaseBudget preset)
{
    const int QuickSteps = 60;

    readonly Option<string[]?> backends = Backends.Several();
    readonly Option<string[]?> types =
        Values.List("--dtype", "types", "The element types, separated by commas: float32 or float64; by default both.");
    readonly Option<int?> cases =
        Values.Some("--cases", $"The number of cases per op and element type; by default {preset.Most}, fewer for many ops.", 1);
    readonly Option<ulong> seed = Values.Whole("--seed", "The seed of every generator.", 1UL, 0UL);
    readonly Option<bool> quick =
        Values.Flag("--quick", $"A quick run: at most {CaseBudget.Quick.Most} cases without --cases, fewer cases per law, short trajectories.");

    readonly LimitOptions limits = new();

    /// <summary>The option that asks for JSON on the output.</summary>
    public Option<bool> Json { get; } = Values.Flag("--json", "Write JSON instead of tables.");

    /// <summary>All of the options.</summary>
    public IReadOnlyList<Option> All => [backends, types, cases, seed, quick, Json];

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in All)
            command.Options.Add(option);
        limits.AddTo(command);
    }

    /// <summary>Reads the options of the run.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="ops">The ops; empty for all.</param>
    /// <param name="terminal">Receives notes on backends that do not load.</param>
    public ReportOptions Read(ParseResult parsed, ImmutableArray<OpEntry> ops, Terminal terminal)
    {
        string[] dtypes = parsed.GetValue(types) is { Length: > 0 } given ? given : ["float32", "float64"];
        if (dtypes.FirstOrDefault(type => type is not ("float32" or "float64")) is { } unknown)
            throw new UnknownNameException("--dtype must be an element type that there is", unknown, ["float32", "float64"]);
        bool isQuick = parsed.GetValue(quick);
        CaseBudget budget = isQuick ? CaseBudget.Quick : preset;
        int pairs = dtypes.Distinct().Count() * (ops.IsEmpty ? Catalog.All : ops).Count(op => op.IsComputed);
        int count = parsed.GetValue(cases) ?? budget.For(pairs);
        var options = new ReportOptions
        {
            Backends = [.. Backends.Get(parsed.GetValue(backends), limits.Read(parsed))],
            Missing = Missing(parsed.GetValue(backends), terminal),
            Single = dtypes.Contains("float32"),
            Double = dtypes.Contains("float64"),
            Ops = ops,
            Cases = count,
            CaseRule = parsed.GetValue(cases) is null ? budget.Rule(pairs) : "",
            LawCases = ReportOptions.LawCasesFor(count),
            Quick = isQuick,
            Seed = parsed.GetValue(seed),
            Commit = Commit,
        };
        return isQuick ? options with { TrajectorySteps = QuickSteps } : options;
    }

    // A backend that was requested by name and does not load has already ended the command.
    static ImmutableArray<SkipReport> Missing(string[]? asked, Terminal terminal)
    {
        if (asked is { Length: > 0 } || Backends.Missing("torch") is not { } reason)
            return [];
        terminal.Note(reason);
        return [new SkipReport("torch", reason)];
    }

    // The build appends the commit to the version.
    static string Commit =>
        typeof(RunOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+', 2) is [_,
            var commit] ? commit : "";
}
