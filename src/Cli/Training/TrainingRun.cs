using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Activations;
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
sealed class TrainingRun(TrainOptions options, string command, IReadOnlyList<IBackend> backends)
{
    readonly TrainingData data = TrainingData.Of(CsvTable.Load(options.Csv), options);

    /// <summary>Trains.</summary>
    /// <param name="observe">Receives every epoch when it ends.</param>
    /// <param name="cancellation">Cancels training.</param>
    public TrainingResult Run<T>(Action<EpochResult> observe, CancellationToken cancellation) where T : unmanaged, IFloatingPointIeee754<T>
    {
        TrainingPlan plan = Plan();
        var lockStep = new LockStep<T>(plan, backends);
        Dataset<T> training = data.Rows<T>(data.Training), validation = data.Rows<T>(data.Validation);
        var epochs = ImmutableArray.CreateBuilder<EpochResult>();
        foreach (EpochResult epoch in lockStep.Run(training, validation, cancellation))
        {
            epochs.Add(epoch);
            observe(epoch);
        }
        return new TrainingResult(1, epochs.Count > 0 && epochs[^1].Last, Setup<T>(plan), [.. backends.Select(backend => backend.Info)],
            epochs.ToImmutable(), lockStep.BestEpoch, lockStep.Parting,
            [.. backends.Select((backend, b) => new BackendScores(backend.Name,
                lockStep.BestEpoch > 0 ? epochs[lockStep.BestEpoch - 1].ValidationLoss[b] : double.NaN,
                Scores.Of(data, lockStep.Predict(b, validation.Inputs)), lockStep.Elapsed(b).TotalSeconds))]);
    }

    TrainingPlan Plan()
    {
        ScheduleSpec schedule = options.Schedule == "none" ? Constant.Full : (ScheduleSpec)SpecText.Read(OpKind.Schedule, options.Schedule);
        return new(
            new Perceptron(
                [data.Encoding.Width, .. options.Hidden, data.Target.Outputs], (ActivationSpec)SpecText.Read(OpKind.Activation, options.Activation),
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

    TrainingSetup Setup<T>(TrainingPlan plan) => new(
        command, options.Csv, data.Target.Name, data.Target.IsClassification ? "classification" : "regression", data.Target.Classes ?? [],
        data.Training.Length, data.Validation.Length, data.Encoding.Width, data.Encoding.Dropped, ((Perceptron)plan.Model).Widths,
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
