using System.CommandLine;
using System.Globalization;
using System.Numerics;
using ParityNet.Cli.Accuracy;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Functions;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Reports.Rendering.Plots;
using Spectre.Console;

namespace ParityNet.Cli.Commands;

/// <summary><c>accuracy</c>: tests elementary functions on every <c>float</c>, and on many <c>double</c>s.</summary>
static class AccuracyCommand
{
    const string Single = "float32", Double = "float64";
    const int Points = 10_000_000;

    static readonly string[] Libraries = ["native", "torch", "dotnet", "tensors"];

    public static Command Create(Terminal terminal)
    {
        var functions =
            new Argument<string[]>("functions")
            {
                Description = $"The functions to test; by default all that the library has: {string.Join(", ", new NativeFunctions().Names)}.",
                Arity = ArgumentArity.ZeroOrMore
            };
        Option<string> library =
            Values.Text("--backend", "name", "The library: native, torch, dotnet (Math and MathF) or tensors (TensorPrimitives).", "native");
        Option<string> type = Values.Word("--dtype", "The element type.", Single, Single, Double);
        Option<int?> step = Values.Some("--step", "For float32: tests every n-th input instead of all; an odd n reaches every exponent.", 1);
        Option<int?> points =
            Values.Some("--points",
            $"For float64: the number of points besides the published hard cases; by default {Points.ToString("N0", CultureInfo.InvariantCulture)}.",
            1);
        Option<int?> stride =
            Values.Some("--stride", "For torch: the stride of elements in memory; with 2 or more libtorch uses its scalar code where it has some.",
            1);
        Option<bool> hash =
            Values.Flag("--hash", "For float32: computes only the hash of all results, to compare two runs in a fraction of the time.");
        var command =
            new Command("accuracy",
            "Tests a library's elementary functions on all 2³² float inputs, in less than a minute each, or on a number of double inputs.")
            { functions, library, type, step, points, stride, hash };
        command.SetAction(parsed => Run(new(
            parsed.GetValue(library)!, parsed.GetValue(type)!, [.. (parsed.GetValue(functions) ?? []).Distinct()], parsed.GetValue(step),
                parsed.GetValue(points), parsed.GetValue(stride), parsed.GetValue(hash)), terminal));
        return command;
    }

    sealed record Wanted(string Library, string Type, string[] Functions, int? Step, int? Points, int? Stride, bool Hash);

    static int Run(Wanted wanted, Terminal terminal)
    {
        Check(wanted);
        IFunctions functions = Of(wanted);
        string[] all = [.. functions.Names.Where(name => wanted.Type == Single || Truths.Has(name))];
        if (wanted.Functions.FirstOrDefault(name => !all.Contains(name)) is { } unknown)
            throw new UnknownNameException($"function must be one that {wanted.Library} has in {wanted.Type}", unknown, all);
        using var interruption = new Interruption();
        Table table = wanted.Hash
            ? Terminal.Table("function", "inputs", "hash of results")
            : Terminal.Table("function", "inputs", "worst, ULP", "at", "its bits", "correctly rounded", "astray", "hash of results");
        bool cut = false;
        foreach (string name in wanted.Functions.Length > 0 ? wanted.Functions : all)
            try
            {
                table.AddRow(Bar.Show(terminal, name, 1, tell => Row(wanted, functions, name, done => tell(done, ""), interruption.Token)));
            }
            catch (AggregateException failures) when (failures.InnerExceptions[0] is InvalidOperationException refusal)
            {
                throw refusal;
            }
            catch (OperationCanceledException)
            {
                cut = true;
                break;
            }
        if (table.Rows.Count > 0)
            terminal.Tables.Write(table);
        return cut ? Interruption.Code : ExitCode.Done;
    }

    static void Check(Wanted wanted)
    {
        if (wanted.Step is { } step && wanted.Type != Single)
            throw new UsageException($"--step must come with {Single}, of which all inputs can be tried: expected --points, got --step {step}.");
        if (wanted.Points is { } points && wanted.Type != Double)
            throw new UsageException($"--points must come with --dtype {Double}: expected --step, got --points {points}.");
        if (wanted.Hash && wanted.Type != Single)
            throw new UsageException($"--hash must come with {Single}, of which all inputs can be tried: expected none, got --hash.");
        if (wanted.Stride is { } stride && wanted.Library != "torch")
            throw new UsageException($"--stride must come with --backend torch: expected none, got {stride}.");
    }

    // Refuses an unknown name, and a library that does not load.
    static IFunctions Of(Wanted wanted) => wanted.Library switch
    {
        "native" => new NativeFunctions(),
        "dotnet" => new DotnetFunctions(),
        "tensors" => new TensorFunctions(),
        "torch" => Backends.Missing("torch") is { } reason ? throw new UsageException(reason) : new TorchFunctions(wanted.Stride ?? 1),
        _ => throw new UnknownNameException("backend must be one that there is", wanted.Library, Libraries),
    };

    static string[] Row(Wanted wanted, IFunctions functions, string name, Action<double> progress, CancellationToken cancellation)
    {
        if (wanted.Type == Double)
            return Row(name, new DoubleSearch(functions, name).Run(wanted.Points ?? Points, progress, cancellation), isAll: false);
        Finding<float> found = new SingleSweep(functions, name, judges: !wanted.Hash).Run((uint)(wanted.Step ?? 1), progress, cancellation);
        return wanted.Hash ? [name, Number(found.Inputs), Hash(found.Hash)] : Row(name, found, isAll: wanted.Step is null or 1);
    }

    static string[] Row<T>(string name, Finding<T> found, bool isAll) where T : unmanaged, IFloatingPointIeee754<T> =>
    [
        name,
        Number(found.Inputs),
        Worst(found, isAll),
        Input(found.WorstInput),
        Bits(found.WorstInput),
        Share(found.Nearest, found.Drawn),
        found.Astray == 0 ? "0" : string.Create(CultureInfo.InvariantCulture, $"{found.Astray}, as {Input(found.AstrayInput)}"),
        Hash(found.Hash),
    ];

    static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);

    static string Hash(ulong hash) => hash.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>
    /// The largest error: a lower bound where not all inputs were tested, and at most ½ where all results are correctly rounded.
    /// </summary>
    internal static string Worst<T>(Finding<T> found, bool isAll) where T : unmanaged, IFloatingPointIeee754<T> =>
        T.IsNaN(found.WorstInput) ? "≤ 0.5" : $"{(isAll ? "" : "≥ ")}{Ulps(isAll ? found.WorstUlp : Math.Floor(found.WorstUlp * 1e6) / 1e6)}";

    static string Ulps(double error) => error.ToString(error < 1e6 ? "0.000000" : "0.###E+0", CultureInfo.InvariantCulture);

    static string Input<T>(T input)
        where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(input) ? "" : Markup.Escape(input.ToString("R", CultureInfo.InvariantCulture));

    static string Bits<T>(T input) where T : unmanaged, IFloatingPointIeee754<T> => T.IsNaN(input) ? ""
        : input is float number ? $"0x{BitConverter.SingleToUInt32Bits(number):x8}"
            : $"0x{BitConverter.DoubleToUInt64Bits(double.CreateChecked(input)):x16}";

    /// <summary>A percentage that is never rounded up, so that less than all is less than 100 %.</summary>
    internal static string Share(long part, long whole)
    {
        const long Steps = 1_000_000;
        return part == whole ? "100 %"
            : FormattableString.Invariant($"{(Int128)part * Steps / whole / (Int128)10_000}.{(long)((Int128)part * Steps / whole) % 10_000:0000} %");
    }
}
