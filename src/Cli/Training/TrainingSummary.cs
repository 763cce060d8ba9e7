using ParityNet.Cli.Output;
using ParityNet.Parity;
using Spectre.Console;

namespace ParityNet.Cli.Training;

/// <summary>Writes the result of a training run to the terminal.</summary>
static class TrainingSummary
{
    /// <summary>Writes a result.</summary>
    public static void Write(TrainingResult result, IReadOnlyList<string> files, Terminal terminal)
    {
        TrainingSetup setup = result.Setup;
        terminal.WriteLine(
            $"{Echo.Of(setup.Data)}: {setup.Task} of {Echo.Of(setup.Target)} from {TerminalNumber.Count(setup.Inputs, "input")}; " +
            $"{setup.TrainingRows} rows to learn from, " +
            $"{setup.ValidationRows} held back.");
        terminal.WriteLine(
            $"Network {string.Join("-", setup.Model)} with {setup.Activation}; {setup.Loss}; {setup.Optimizer}; {setup.Schedule}; batches of " +
            $"{setup.BatchSize}; seed {setup.Seed}; {setup.ElementType}.");
        Table table = Terminal.Table(["backend", "validation loss", .. result.Scores[0].Scores.Select(score => score.Measure), "seconds"]);
        foreach (BackendScores row in result.Scores)
            table.AddRow(
                [Markup.Escape(row.Backend), TerminalNumber.Short(row.Loss), .. row.Scores.Select(score => TerminalNumber.Short(score.Value)),
                TerminalNumber.Short(row.Seconds)]);
        terminal.Tables.Write(table);
        terminal.WriteLine(Epochs(result));
        if (result.Backends.Length > 1)
            terminal.WriteLine(Parting(result));
        terminal.WriteLine($"Wrote {string.Join(", ", files)}.");
    }

    /// <summary>A sentence on the epoch whose parameters are scored.</summary>
    public static string Epochs(TrainingResult result) => result switch
    {
        { Epochs.Length: 0 } => "Training was cut short before its first epoch ended.",
        { BestEpoch: 0 } => $"No validation loss was a number in {result.Epochs.Length} epochs: a smaller --lr may help.",
        _ => $"The scores are those of epoch {result.BestEpoch}, the best of " +
            $"{result.Epochs.Length}{(result.Complete ? "" : "; training was cut short")}.",
    };

    static string Parting(TrainingResult result)
    {
        if (result.Parting is not { } parting)
            return "All backends have the same bits to the end.";
        bool single = result.Setup.ElementType == "float32";
        return $"The backends part at step {parting.Step}, in epoch {parting.Epoch}: {parting.Parameter}[{parting.Index}] is " +
            $"{TerminalNumber.Exact(parting.First, single)} on {result.Backends[0].Name} and {TerminalNumber.Exact(parting.Second, single)} on " +
            $"{result.Backends[parting.Other].Name}"
            + (result.Epochs.Length > 0 ? $"; at the end no parameter is farther apart than {TerminalNumber.Short(result.Epochs[^1].Distance)}."
                : ".");
    }
}
