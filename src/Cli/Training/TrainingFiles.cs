using ParityNet.Reports;
using ParityNet.Reports.Rendering;

namespace ParityNet.Cli.Training;

/// <summary>The files of a training run.</summary>
static class TrainingFiles
{
    /// <summary>The name and text of each file.</summary>
    public static IEnumerable<(string Name, string Text)> Of(TrainingResult result)
    {
        TrainingReport report = Report(result);
        return
        [
            ("train.json", TrainingJson.Write(result)),
            ("train.md", TrainingView.Markdown(report)),
            ("train.html", TrainingView.Html(report)),
        ];
    }

    static TrainingReport Report(TrainingResult result)
    {
        TrainingSetup setup = result.Setup;
        return new TrainingReport(
            $"{Path.GetFileName(setup.Data)}: {setup.Target}", setup.Command, result.Backends,
            setup.Task == "regression" ? $"{setup.Loss} of the standardised target" : setup.Loss,
            [
                new("data", $"{setup.TrainingRows} rows to learn from, {setup.ValidationRows} held back; {setup.Inputs} inputs"),
                new("table", string.Join("; ", setup.Read.Lines().Select(line => line.Trim().TrimEnd('.')))),
                new("network", $"{string.Join("-", setup.Model)}, {setup.Activation}"),
                new("optimizer", $"{setup.Optimizer}; {setup.Schedule}; batches of {setup.BatchSize}"),
                new("element type", setup.ElementType),
                new("seed", $"{setup.Seed}"),
                new("scores", TrainingSummary.Epochs(result)),
            ],
            result.Epochs,
            [.. result.Scores.SelectMany(scores => scores.Scores.Select(score => new TrainingError(scores.Backend, score.Measure, score.Value)))]);
    }
}
