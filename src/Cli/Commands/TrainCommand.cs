using System.CommandLine;
using System.Numerics;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Tables;
using ParityNet.Cli.Training;

namespace ParityNet.Cli.Commands;

/// <summary><c>train</c>: trains a small network on a CSV file, on all backends in lock-step.</summary>
sealed class TrainCommand
{
    readonly Argument<string> csv = new("csv") { Description = "A CSV file." };
    readonly Option<string> target = new("--target") { Description = "The target column.", HelpName = "column" };
    readonly Option<string> task =
        Values.Word("--task", "The task; auto treats words, and few distinct integers, as classes.", "auto", "auto", "regression", "classification");
    readonly Option<string[]?> drop = Values.List("--drop", "columns", "Columns to drop, separated by commas.");
    readonly Option<string[]?> categorical = Values.List("--categorical", "columns", "Columns of numbers to treat as categories.");
    readonly Option<string[]?> keep = Values.List("--keep", "columns", "Columns to use though their names are those of identifiers.");
    readonly Option<string> missing = Values.Word("--missing",
        "What to do about missing values: refuse the table, leave out rows or columns that have one, or fill in the mean and a category of its own.",
        "refuse", MissingValues.Words);
    readonly Option<bool> totals = Values.Flag("--keep-totals", "Rows that look like totals are rows.");
    readonly TableChoice table = new();
    readonly Option<string?> save = new("--save") { Description = "A file that receives the training, for --resume and predict.", HelpName = "file" };
    readonly Option<string?> resume = new("--resume") { Description = "A file of --save to go on from, with the same network.", HelpName = "file" };
    readonly Option<int[]> hidden = Widths();
    readonly Option<string> activation =
        Values.Text("--activation", "name", "The activation of the hidden layers, such as relu or leaky_relu:negative_slope=0.1.", "relu");
    readonly Option<string> normalization =
        Values.Word("--normalization", "The normalization before the activation of hidden layers.", "none", "none", "batch", "layer");
    readonly Option<double> momentum =
        Values.Number("--batch-momentum", "BatchNorm's momentum: the weight of each batch in the running statistics.", 0.1, x => x is >= 0 and <= 1,
        "a number from 0 to 1");
    readonly Option<double> dropout =
        Values.Number("--dropout", "The dropout probability of hidden units in training.", 0, x => x is >= 0 and <= 1, "a number from 0 to 1");
    readonly Option<string> initializer =
        Values.Text("--init", "name", "The initializer of the weights, such as kaiming_normal:nonlinearity=relu; default is PyTorch's default.",
        "default");
    readonly Option<double> l1 =
        Values.Number("--l1", "The strength of the L1 penalty on the weights.", 0, x => x >= 0 && double.IsFinite(x),
        "a finite number of at least 0");
    readonly Option<double> l2 =
        Values.Number("--l2", "The strength of the L2 penalty on the weights.", 0, x => x >= 0 && double.IsFinite(x),
        "a finite number of at least 0");
    readonly Option<string> optimizer = Values.Text("--optimizer", "name", "The optimizer, such as adam or sgd:momentum=0.9,nesterov=true.", "adam");
    readonly Option<double?> rate =
        Values.Maybe("--lr", "The learning rate; by default the optimizer's own.", x => x >= 0 && double.IsFinite(x),
        "a finite number of at least 0");
    readonly Option<string> schedule =
        Values.Text("--schedule", "name", "The learning-rate schedule, per step, such as step_lr:step_size=500; none keeps the rate constant.",
        "none");
    readonly Option<int> epochs = Values.Whole("--epochs", "The maximum number of epochs.", 200, 1);
    readonly Option<int> batch = Values.Whole("--batch-size", "The batch size.", 32, 1);
    readonly Option<int> patience = Values.Whole("--patience", "The number of epochs without improvement after which training stops.", 20, 1);
    readonly Option<double> change =
        Values.Number("--min-change", "The smallest decrease of the validation loss that counts as improvement.", 0,
        x => x >= 0 && double.IsFinite(x), "a finite number of at least 0");
    readonly Option<double> validation =
        Values.Number("--validation", "The fraction of rows in the validation set.", 0.2, x => x is > 0 and < 1, "a number between 0 and 1");
    readonly Option<ulong> seed = Values.Whole("--seed", "The seed of the split, the initial weights and the batches.", 1UL, 0UL);
    readonly Option<string> dtype = Values.Word("--dtype", "The element type.", "float32", "float32", "float64");
    readonly Option<string[]?> backends = Backends.Several();
    readonly Option<string> folder = Values.Text("--out", "folder", "The folder for train.json, train.md and train.html.", "parity-report");
    readonly Option<bool> json = Values.Flag("--json", "Write the result as JSON instead of tables.");

    public static Command Create(Terminal terminal)
    {
        var options = new TrainCommand();
        options.backends.Aliases.Add("--backend");
        var command = new Command("train", "Trains a small network on a CSV file on all backends in lock-step, and reports where they first differ.")
        {
            options.csv, options.target, options.task, options.drop, options.categorical, options.keep, options.missing, options.totals,
            options.hidden, options.activation, options.normalization,
            options.momentum, options.dropout, options.initializer, options.l1, options.l2, options.optimizer,
            options.rate, options.schedule, options.epochs, options.batch, options.patience, options.change, options.validation, options.seed,
            options.dtype, options.backends, options.folder, options.save, options.resume, options.json,
        };
        options.table.AddTo(command);
        command.SetAction(parsed => options.Run(parsed, terminal));
        return command;
    }

    int Run(ParseResult parsed, Terminal terminal)
    {
        return parsed.GetValue(dtype) == "float64" ? Run<double>(parsed, terminal) : Run<float>(parsed, terminal);
    }

    int Run<T>(ParseResult parsed, Terminal terminal) where T : unmanaged, IFloatingPointIeee754<T>
    {
        TrainOptions wanted = Wanted(parsed);
        CsvTable read = CsvTable.Load(wanted.Csv, wanted.Table);
        string[]? names = parsed.GetValue(backends);
        IReadOnlyList<IBackend> chosen = Backends.Get(names);
        if (names is null && Backends.Missing("torch") is { } reason)
            terminal.Note(reason);
        var run = new TrainingRun<T>(wanted, ShellText.Command(parsed), chosen, read, parsed.GetValue(resume));
        TableRead how = run.Prepare();
        using var interruption = new Interruption();
        using var output = new OutputFolder(parsed.GetRequiredValue(folder));
        if (parsed.GetValue(save) is { } kept)
            OutputFile.Check("--save", kept);
        if (!parsed.GetValue(json))
            foreach (string line in how.Lines())
                terminal.WriteLine(line);
        TrainingResult result = Bar.Show(terminal, $"Training on {Path.GetFileName(wanted.Csv)}", wanted.Epochs, tell => run.Run(
            epoch => tell(epoch.Last ? wanted.Epochs : epoch.Epoch,
                $"epoch {epoch.Epoch}, validation loss {TerminalNumber.Short(epoch.ValidationLoss[0])}"), parsed.GetValue(save), interruption.Token));

        foreach ((string name, string text) in TrainingFiles.Of(result))
            output.Write(name, text);
        IReadOnlyList<string> files = output.Finish();
        if (parsed.GetValue(json))
            terminal.Output.Write(TrainingJson.Write(result));
        else
            TrainingSummary.Write(result, files, terminal);
        return interruption.Token.IsCancellationRequested ? Interruption.Code : ExitCode.Done;
    }

    TrainOptions Wanted(ParseResult parsed)
    {
        TableOptions how = table.Read(parsed);
        return new(
            parsed.GetRequiredValue(csv), how, parsed.GetValue(target), parsed.GetRequiredValue(task),
            new(parsed.GetValue(drop) ?? [], parsed.GetValue(categorical) ?? [], parsed.GetValue(keep) ?? [], how.Decimal,
                parsed.GetRequiredValue(missing), how.DateOrder, KeepTotals: parsed.GetValue(totals)),
            parsed.GetRequiredValue(hidden), parsed.GetRequiredValue(activation), parsed.GetRequiredValue(normalization), parsed.GetValue(momentum),
            parsed.GetValue(dropout), parsed.GetRequiredValue(initializer), parsed.GetValue(l1), parsed.GetValue(l2),
            parsed.GetRequiredValue(optimizer), parsed.GetValue(rate), parsed.GetRequiredValue(schedule),
            parsed.GetValue(epochs), parsed.GetValue(batch), parsed.GetValue(patience),
            parsed.GetValue(change), parsed.GetValue(seed), parsed.GetValue(validation));
    }

    static Option<int[]> Widths() => new("--hidden")
    {
        Description = "The widths of the hidden layers, separated by commas; none for a linear model.",
        HelpName = "widths",
        DefaultValueFactory = _ => [64],
        CustomParser = result =>
        {
            string text = result.Tokens[0].Value;
            if (text == "none")
                return [];
            var widths = new List<int>();
            foreach (string part in text.Split(','))
                if (int.TryParse(part, out int width) && width >= 1)
                    widths.Add(width);
                else
                    result.AddError($"--hidden must be widths with commas between: expected whole numbers of at least 1, got {text}.");
            return [.. widths];
        },
    };
}
