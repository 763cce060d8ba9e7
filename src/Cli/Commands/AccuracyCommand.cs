using System.CommandLine;
using ParityNet.Cli.Output;
using ParityNet.Native;
using ParityNet.Parity;
using Spectre.Console;

namespace ParityNet.Cli.Commands;

/// <summary><c>accuracy</c>: tries every <c>float</c> there is.</summary>
static class AccuracyCommand
{
    public static Command Create(Terminal terminal)
    {
        var functions = new Argument<string[]>("functions") { Description = $"Functions to try; by default all: {string.Join(", ", Names)}.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("accuracy", "Tries all 2³² float inputs of the native backend's elementary functions; about a minute each.") { functions };
        command.SetAction(parsed => Run([.. (parsed.GetValue(functions) is { Length: > 0 } some ? some : [.. Names]).Distinct().Select(Function)], terminal));
        return command;
    }

    static IEnumerable<string> Names => Enum.GetNames<ElementaryFunction>().Select(name => name.ToLowerInvariant());

    static ElementaryFunction Function(string name) => Names.Contains(name)
        ? Enum.Parse<ElementaryFunction>(name, ignoreCase: true)
        : throw new UnknownNameException("function must be one that there is", name, Names);

    static int Run(IReadOnlyList<ElementaryFunction> functions, Terminal terminal)
    {
        using var interruption = new Interruption();
        Table table = Terminal.Table("function", "inputs", "worst, ULP", "at", "its bits", "correctly rounded");
        bool cut = false;
        foreach (ElementaryFunction function in functions)
            try
            {
                AccuracyFinding finding = Bar.Show(terminal, function.ToString(), 1, tell =>
                    Accuracy.Exhaust(function, new Told(tell), interruption.Token));
                table.AddRow(function.ToString(), $"{finding.Inputs}", finding.WorstUlp.ToString("0.000000"), Markup.Escape($"{finding.WorstInput:R}"),
                    $"0x{finding.WorstBits:x8}", $"{finding.CorrectlyRounded:0.0000 %}");
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

    // Told on the thread that computes; the platform's own progress would arrive late.
    sealed class Told(Action<double, string> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value, "");
    }
}
