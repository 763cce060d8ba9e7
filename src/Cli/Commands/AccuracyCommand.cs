using System.CommandLine;
using System.Globalization;
using ParityNet.Cli.Output;
using ParityNet.Native;
using ParityNet.Parity;
using ParityNet.Torch;
using Spectre.Console;

namespace ParityNet.Cli.Commands;

/// <summary><c>accuracy</c>: tries every <c>float</c> there is.</summary>
static class AccuracyCommand
{
    public static Command Create(Terminal terminal)
    {
        var functions = new Argument<string[]>("functions") { Description = $"Functions to try; by default all: {string.Join(", ", NativeNames)}; of torch exp, log, log1p, expm1, tanh, sigmoid, erf, sqrt and powers.", Arity = ArgumentArity.ZeroOrMore };
        Option<string> backend = Backends.One();
        var step = new Option<uint>("--step") { Description = "Tries one of so many inputs, of torch alone; an odd number reaches every exponent.", DefaultValueFactory = _ => 1 };
        var command = new Command("accuracy", "Tries all 2³² float inputs of a backend's elementary functions; about a minute each.") { functions, backend, step };
        command.SetAction(parsed => Run(parsed.GetValue(backend)!, [.. (parsed.GetValue(functions) ?? []).Distinct()], Math.Max(1, parsed.GetValue(step)), terminal));
        return command;
    }

    static IEnumerable<string> NativeNames => Enum.GetNames<ElementaryFunction>().Select(name => name.ToLowerInvariant());

    static int Run(string backend, string[] wanted, uint step, Terminal terminal)
    {
        // Refuses a name that there is not, and a library that does not load.
        bool torch = Backends.Get(backend).Name == "torch";
        string[] all = [.. torch ? LibtorchAccuracy.Functions : NativeNames];
        if (wanted.FirstOrDefault(name => !all.Contains(name)) is { } unknown)
            throw new UnknownNameException("function must be one that there is", unknown, all);
        using var interruption = new Interruption();
        Table table = Terminal.Table("function", "inputs", "worst, ULP", "at", "its bits", "correctly rounded");
        bool cut = false;
        foreach (string function in wanted.Length > 0 ? wanted : all)
            try
            {
                Row row = Bar.Show(terminal, function, 1, tell => torch ? OfTorch(function, step, new Told(tell), interruption.Token) : OfNative(function, new Told(tell), interruption.Token));
                table.AddRow(function, $"{row.Inputs}", row.Worst.ToString("0.000000", CultureInfo.InvariantCulture), Markup.Escape($"{row.At:R}"),
                    $"0x{BitConverter.SingleToUInt32Bits(row.At):x8}", Share(row.Correct, row.Inputs));
            }
            catch (OperationCanceledException)
            {
                cut = true;
                break;
            }
        if (table.Rows.Count > 0)
            terminal.Tables.Write(table);
        return cut ? ExitCode.Interrupted : ExitCode.Done;
    }

    sealed record Row(long Inputs, double Worst, float At, long Correct);

    static Row OfNative(string function, IProgress<double> progress, CancellationToken cancellation)
    {
        AccuracyFinding found = Accuracy.Exhaust(Enum.Parse<ElementaryFunction>(function, ignoreCase: true), progress, cancellation);
        return new(found.Inputs, found.WorstUlp, found.WorstInput, (long)Math.Round(found.CorrectlyRounded * found.Inputs));
    }

    static Row OfTorch(string function, uint step, IProgress<double> progress, CancellationToken cancellation)
    {
        LibtorchError found = LibtorchAccuracy.Measure(function, step, progress, cancellation);
        return new(found.Inputs, found.WorstUlp, found.WorstInput, found.Correct);
    }

    /// <summary>A share in percent that is never rounded up: what is not all is less than 100 %.</summary>
    internal static string Share(long part, long whole)
    {
        const long Steps = 1_000_000;
        return part == whole ? "100 %" : FormattableString.Invariant($"{(Int128)part * Steps / whole / (Int128)10_000}.{(long)((Int128)part * Steps / whole) % 10_000:0000} %");
    }

    // Told on the thread that computes; the platform's own progress would arrive late.
    sealed class Told(Action<double, string> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value, "");
    }
}
