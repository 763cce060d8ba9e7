using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ParityNet.Reports.Training;
using static ParityNet.Reports.Rendering.Plots.Vega;

namespace ParityNet.Reports.Rendering.Plots;

/// <summary>The learning curves of a training run.</summary>
static class TrainingPlot
{
    const int Circles = 16;

    public static Chart Losses(TrainingReport run)
    {
        string[] backends = [.. run.Backends.Select(b => b.Name)];
        return new Chart(
            "training-loss", "Loss by epoch",
            backends.Length > 1
                ? $"Lines are {backends[0]}, circles are {backends[1]}: where circles lie on their line, both backends learn the same."
                : "The validation part decides when training stops.",
            [.. backends.Select((b, i) => new ChartKey(b, Colors.Of(b, backends), i == 0 ? KeyMark.Line : KeyMark.Circle))],
            [
                new("On the training part", Spec(run, backends, e => e.TrainingLoss)),
                new("On the validation part", Spec(run, backends, e => e.ValidationLoss)),
            ],
            new(["epoch", .. backends.SelectMany(b => new[] { $"training, {b}", $"validation, {b}" })],
                [.. run.Epochs.Select(e => (ImmutableArray<string>)
                    [NumberText.Count(e.Epoch),
                        .. backends.SelectMany((_, i) => new[] { NumberText.Real(e.TrainingLoss[i]), NumberText.Real(e.ValidationLoss[i]) })])]));
    }

    /// <summary>The distance between the backends' parameters; null where their bits stay equal.</summary>
    public static Chart? Distance(TrainingReport run)
    {
        if (!run.Epochs.Any(e => e.Distance > 0))
            return null;
        string[] backends = [.. run.Backends.Select(b => b.Name)];
        string colour = Colors.Of(backends[0], backends);
        Parting? parting = run.Epochs.Select(e => e.Parting).FirstOrDefault(p => p is not null);
        return new Chart(
            "training-distance", "Distance of the weights by epoch",
            "The largest difference of any parameter between the backends. Rounding alone makes it grow; a straight rise is the "
            + "sensitivity of the training itself."
                + (parting is null ? "" : $" The dashed line is epoch {parting.Epoch}, in which the first bits differ."),
            [],
            [new("", View(190, run.Epochs.Select(e => Row(("epoch", e.Epoch), ("distance", ShownLog(e.Distance)))),
            [
                .. parting is null ? []
                    : new[] { Layer(Mark("rule", ("strokeDash", Items([4, 3])), ("color", Colors.Text)), Encoding(("x", Datum(parting.Epoch)))) },
                Layer(Mark("line", ("color", colour), ("point", new JsonObject { ["size"] = 16, ["color"] = colour })),
                    Encoding(("x", Epoch()), ("y", Number("distance", "largest |θ − θ′|", LogDecades, LogAxis(run.Epochs.Select(e => e.Distance))))))
                        .Where("datum.distance > 0", any: true),
            ]))],
            new(["epoch", "distance"],
                [.. run.Epochs.Select(e => (ImmutableArray<string>)[NumberText.Count(e.Epoch), NumberText.Real(e.Distance)])]));
    }

    static JsonObject Spec(TrainingReport run, string[] backends, Func<EpochResult, ImmutableArray<double>> losses)
    {
        int every = Math.Max(1, run.Epochs.Length / Circles);
        IEnumerable<JsonObject> rows =
            from b in Enumerable.Range(0, backends.Length)
            from e in run.Epochs
            where b == 0 || e.Epoch % every == 0 || e.Last
            select Row(("backend", backends[b]), ("position", b), ("epoch", e.Epoch), ("loss", Shown(losses(e)[b])));
        (string, JsonNode?)[] Position() => [("x", Epoch()), ("y", Number("loss", run.Loss, Linear, RowAxis(5))),
            ("color", Colour("backend", backends, backends.Select(b => Colors.Of(b, backends))))];
        return View(220, rows,
            Layer(Mark("line"), Encoding(Position())).Where("datum.position == 0", any: true),
            Layer(Mark("point", ("filled", false), ("size", 34), ("strokeWidth", 1.25), ("opacity", 1)), Encoding(Position()))
                .Where("datum.position > 0", backends.Length > 1));
    }

    static JsonObject Epoch() => Number("epoch", "epoch", Padded, new() { ["format"] = "d", ["tickMinStep"] = 1 });
}
