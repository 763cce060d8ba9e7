using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Activations;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Tables;
using ParityNet.Initializers;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Reports.Training;
using ParityNet.Schedules;
using ParityNet.Training;

namespace ParityNet.Cli.Training;

/// <summary>Trains a perceptron on a table, on one backend or on several in lock-step.</summary>
/// <param name="options">The options.</param>
/// <param name="command">The command that repeats the run.</param>
/// <param name="backends">The backends.</param>
/// <param name="table">The table.</param>
/// <param name="resume">The file of a training to go on with; null to start.</param>
sealed class TrainingRun<T>(TrainOptions options, string command, IReadOnlyList<IBackend> backends, CsvTable table, string? resume)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Four copies in float32 with the slots of Adam are some gigabytes.
    const long MostParameters = 1L << 27;

    readonly SavedTraining<T>? from = resume is null ? null : SavedFile.Load<T>("--resume", resume, null);

    TrainingData Data => field ??= TrainingData.Of(table, options, from?.Network);

    TrainingPlan Plan => field ??= PlanOf();

    /// <summary>Refuses whatever can be refused before the work starts.</summary>
    /// <returns>How the table was read.</returns>
    public TableRead Prepare()
    {
        _ = Start(Plan);
        return Data.Read;
    }

    /// <summary>Trains.</summary>
    /// <param name="observe">Receives every epoch when it ends.</param>
    /// <param name="saved">The file to save the training in; null for none.</param>
    /// <param name="cancellation">Cancels training.</param>
    public TrainingResult Run(Action<EpochResult> observe, string? saved, CancellationToken cancellation)
    {
        TrainingData data = Data;
        TrainingPlan plan = Plan;
        LockStepState<T>? start = Start(plan);
        var lockStep = new LockStep<T>(plan, backends, start);
        Dataset<T> training = data.Rows<T>(data.Training), validation = data.Rows<T>(data.Validation);
        var epochs = ImmutableArray.CreateBuilder<EpochResult>();
        epochs.AddRange(from?.Run.Epochs ?? []);
        foreach (EpochResult epoch in lockStep.Run(training, validation, cancellation))
        {
            epochs.Add(epoch);
            observe(epoch);
        }
        if (saved is not null && lockStep.State is { } state)
            new SavedTraining<T>(NetworkOf(plan), new(options.Seed, options.Validation, plan.Start.Memory,
                [.. backends.Select(backend => backend.Name)], state.Progress, epochs.ToImmutable()), state).Save(saved);
        return new TrainingResult(1, epochs.Count > 0 && epochs[^1].Last, Setup(plan), [.. backends.Select(backend => backend.Info)],
            epochs.ToImmutable(), lockStep.BestEpoch, lockStep.Parting,
            [.. backends.Select((backend, b) => new BackendScores(backend.Name,
                lockStep.BestEpoch > 0 ? epochs[lockStep.BestEpoch - 1].ValidationLoss[b] : double.NaN,
                Scores.Of(data.Target, data.Validation, lockStep.Predict(b, validation.Inputs)), lockStep.Elapsed(b).TotalSeconds))]);
    }

    // What may change between the parts of a training is its length, its rates and its table; not the network, nor who is held back.
    LockStepState<T>? Start(TrainingPlan plan)
    {
        if (from is null)
            return null;
        string[] names = [.. backends.Select(backend => backend.Name)];
        Expect(from.Run.Backends.SequenceEqual(names), "--backends", string.Join(',', from.Run.Backends), string.Join(',', names));
        Expect(from.Run.Seed == options.Seed, "--seed", $"{from.Run.Seed}", $"{options.Seed}");
        Expect(from.Run.Validation == options.Validation, "--validation", $"{from.Run.Validation}", $"{options.Validation}");
        SavedNetwork network = NetworkOf(plan), known = from.Network;
        Expect(network.Widths.SequenceEqual(known.Widths), "--hidden", string.Join('-', known.Widths), string.Join('-', network.Widths));
        Expect(network.Model().Hidden == known.Model().Hidden, "--activation", known.Activation, network.Activation);
        Expect(network.Normalization == known.Normalization, "--normalization", known.Normalization, network.Normalization);
        Expect(network.Dropout == known.Dropout, "--dropout", $"{known.Dropout}", $"{network.Dropout}");
        Expect(from.Run.Progress.Epoch < options.Epochs, "--epochs", $"more than {from.Run.Progress.Epoch}", $"{options.Epochs}");
        return SavedFile.Load<T>("--resume", resume!, plan.Start).State;
    }

    static void Expect(bool holds, string option, string expected, string got)
    {
        if (!holds)
            throw new UsageException($"{option} must go on from what --resume holds: expected {Echo.Of(expected)}, got {Echo.Of(got)}.");
    }

    SavedNetwork NetworkOf(TrainingPlan plan) => new(
        Data.Target.Name, Data.Target.Classes, Data.Target.Scale, Data.Encoding.Codes, options.Columns.Missing, ((Perceptron)plan.Model).Widths,
        options.Activation, options.Normalization, options.Momentum, options.Dropout);

    TrainingPlan PlanOf()
    {
        TrainingData data = Data;
        int[] widths = [data.Encoding.Width, .. options.Hidden, data.Target.Outputs];
        double parameters = widths.Zip(widths.Skip(1)).Sum(pair => (double)pair.First * pair.Second);
        if (parameters > MostParameters)
            throw new UsageException($"--hidden must give a network that fits into memory: expected at most {MostParameters} weights, got " +
                $"{parameters:0}.");
        ScheduleSpec schedule = options.Schedule == "none" ? Constant.Full : (ScheduleSpec)SpecText.Read(OpKind.Schedule, options.Schedule);
        return new(
            new Perceptron(
                [.. widths], (ActivationSpec)SpecText.Read(OpKind.Activation, options.Activation),
                    new Identity(),
                Enum.Parse<Normalization>(options.Normalization, ignoreCase: true), options.Momentum, options.Dropout,
                options.Initializer == "default" ? null : (InitializerSpec)SpecText.Read(OpKind.Initializer, options.Initializer)),
            data.Target.IsClassification ? new CrossEntropy() : new SquaredError(),
            (OptimizerSpec)SpecText.Read(OpKind.Optimizer, options.Optimizer, options.LearningRate),
            schedule.TakesMetrics ? Constant.Full : schedule, options.Epochs, options.BatchSize,
                new EarlyStopping(options.Patience, options.MinimumChange), options.Seed,
            schedule.TakesMetrics ? schedule : null)
        {
            Penalties =
                [.. options.L1 > 0 ? (Penalty[])[new L1Penalty(options.L1)] : [], .. options.L2 > 0 ? (Penalty[])[new L2Penalty(options.L2)] : []],
        };
    }

    TrainingSetup Setup(TrainingPlan plan) => new(
        command, options.Csv, Data.Read, Data.Target.Name, Data.Target.IsClassification ? "classification" : "regression", Data.Target.Classes ?? [],
        Data.Training.Length, Data.Validation.Length, Data.Encoding.Width, Data.Dropped, ((Perceptron)plan.Model).Widths,
        HiddenText(plan), plan.Loss.Name, Text(plan.Optimizer),
            plan.Plateau is { } plateau ? Text(plateau) : plan.Schedule == Constant.Full ? "constant rate" : Text(plan.Schedule), plan.BatchSize,
            plan.Seed,
        typeof(T) == typeof(float) ? "float32" : "float64");

    // The hidden activation with normalization and dropout.
    static string HiddenText(TrainingPlan plan)
    {
        var model = (Perceptron)plan.Model;
        string[] around =
        [
            .. model.Normalization == Normalization.None ? (string[])[]
                : [$"{OptionValue.Text(OptionValue.Plain(model.Normalization))} normalisation"],
            .. model.Dropout > 0 ? (string[])[FormattableString.Invariant($"dropout {model.Dropout}")] : [],
            .. model.Weights is { } start ? (string[])[$"weights {Text(start)}"] : [],
            .. plan.Penalties.Select(Text),
        ];
        return string.Join("; ", around.Prepend(Text(model.Hidden)));
    }

    // The name, with the options that differ from their defaults.
    static string Text(OpSpec spec)
    {
        OpEntry entry = Catalog.Entry(spec);
        IEnumerable<string> changed = entry.Options
            .Select(option => (option.Name, Value: OptionValue.Text(option.ValueIn(spec)), Default: OptionValue.Text(option.DefaultText)))
            .Where(option => option.Value != option.Default)
            .Select(option => $"{option.Name}={option.Value}");
        return string.Join(", ", changed.Prepend(spec.Name));
    }
}
