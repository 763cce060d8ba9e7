using System.CommandLine;
using System.Numerics;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Tables;
using ParityNet.Cli.Training;
using ParityNet.Parity;

namespace ParityNet.Cli.Commands;

/// <summary><c>predict</c>: applies a network that <c>train --save</c> wrote to the rows of a CSV file.</summary>
sealed class PredictCommand
{
    readonly Argument<string> saved = new("network") { Description = "A file that train --save wrote." };
    readonly Argument<string> csv = new("csv") { Description = "A CSV file with the columns of the network." };
    readonly TableChoice table = new();
    readonly Option<string> missing =
        Values.Word("--missing", "What to do about missing values; by default what was done in training.", "trained", "trained", "refuse", "fill");
    readonly Option<string> backend = Backends.One();
    readonly Option<string?> file =
        new("--out") { Description = "The file for the predictions; by default they are written out.", HelpName = "file" };

    public static Command Create(Terminal terminal)
    {
        var options = new PredictCommand();
        var command = new Command("predict", "Predicts the target of each row of a CSV file with a network that train --save wrote.")
        {
            options.saved, options.csv, options.missing, options.backend, options.file,
        };
        options.table.AddTo(command);
        command.SetAction(parsed => options.Run(parsed, terminal));
        return command;
    }

    int Run(ParseResult parsed, Terminal terminal)
    {
        string path = parsed.GetRequiredValue(saved);
        return SavedFile.IsDouble(path) ? Run(parsed, terminal, SavedFile.Load<double>("network", path, null))
            : Run(parsed, terminal, SavedFile.Load<float>("network", path, null));
    }

    int Run<T>(ParseResult parsed, Terminal terminal, SavedTraining<T> training) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (parsed.GetValue(file) is { } wanted)
            OutputFile.Check("--out", wanted);
        TableOptions how = table.Read(parsed);
        CsvTable read = CsvTable.Load(parsed.GetRequiredValue(csv), how);
        string rule = parsed.GetRequiredValue(missing) is var word && word != "trained" ? word
            : training.Network.Missing == "fill" ? "fill" : "refuse";
        var predictions = Predictions.Of(training, Backends.Get(parsed.GetRequiredValue(backend)), read, how, rule);
        if (parsed.GetValue(file) is { } target)
            OutputFile.Write("--out", target, predictions.Csv());
        else
            terminal.Output.Write(predictions.Csv());
        if (predictions.Scores is { IsEmpty: false } scores)
            terminal.Note($"{Echo.Of(training.Network.Target)} is known: " +
                $"{string.Join(", ", scores.Select(score => $"{score.Measure} {TerminalNumber.Short(score.Value)}"))}.");
        return ExitCode.Done;
    }
}
