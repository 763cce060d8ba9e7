using System.Collections.Immutable;
using System.Text.Json.Nodes;
using static ParityNet.Reports.Rendering.Plots.Vega;

namespace ParityNet.Reports.Rendering.Plots;

/// <summary>A trajectory: the distance between the backends, and that between torch and its twins.</summary>
static class TrajectoryPlot
{
    public static Chart Of(int number, TrajectoryReport run, IReadOnlyList<string> backends)
    {
        (string first, string second) = (backends[0], backends[^1]);
        (string one, string two) = (Colors.Of(first, backends), Colors.Of(second, backends));
        return new Chart(
            $"trajectory-{number}", $"{run.Name}, {run.ElementType}",
            $"ρ near or below 1 says that {first} parts from {second} no faster than {second} parts from itself when its weights start one ULP away: "
                + "in the middle, the line belongs inside or below the band. "
                + (run.PartsAt is { } step ? $"Their losses differ in a bit from step {NumberText.Count(step)} on."
                    : "Their losses never differ in a bit."),
            [
                new(first, one, KeyMark.Line), new($"{second}, or its median twin", two, KeyMark.Dashed),
                new($"all twins of {second}", two, KeyMark.Band),
            ],
            [
                // Distances of 0 cannot be drawn on a logarithmic axis.
                .. run.Points.Any(p => p.Rho > 0) ? [new("ρ, the ratio of the two distances", Ratio(run, one))] : Array.Empty<ChartPanel>(),
                .. run.Points.Any(p => p.Distance > 0 || p.TwinHigh > 0) ? [new("Distance of the weights", Distance(run, one, two))]
                    : Array.Empty<ChartPanel>(),
                .. run.Points.Any(p => p.Step > 0) ? [new("Loss", Loss(run, one, two))] : Array.Empty<ChartPanel>(),
            ],
            Table(run, first, second));
    }

    static JsonObject Ratio(TrajectoryReport run, string colour) => View(170,
        run.Points.Where(p => p.Step > 0 && p.Rho > 0).Select(p => Row(("step", p.Step), ("rho", Shown(p.Rho)))),
        Layer(Mark("rule", ("strokeDash", Items([4, 3])), ("color", Colors.Text)), Encoding(("y", Datum(1)))),
        Layer(Mark("line", ("color", colour), ("point", new JsonObject { ["size"] = 16, ["color"] = colour })),
            Encoding(("x", Step()), ("y", Number("rho", "ρ", LogDecades, LogAxis(run.Points.Select(p => p.Rho).Append(1)))))));

    static JsonObject Distance(TrajectoryReport run, string one, string two)
    {
        JsonObject Y(string field) =>
            Number(field, "‖θ − θ′‖", LogDecades, LogAxis(run.Points.SelectMany(p => new[] { p.Distance, p.TwinLow, p.TwinHigh })));
        return View(170,
            run.Points.Where(p => p.Step > 0).Select(p => Row(("step", p.Step), ("distance", ShownLog(p.Distance)),
                ("low", ShownLog(p.TwinLow)), ("median", ShownLog(p.TwinMedian)), ("high", ShownLog(p.TwinHigh)))),
            Layer(Mark("area", ("color", two), ("opacity", 0.18)),
                Encoding(("x", Step()), ("y", Y("low")), ("y2", new JsonObject { ["field"] = "high" })))
                .Where("datum.low > 0 && datum.high > 0", run.Points.Any(p => p.TwinLow > 0)),
            Layer(Mark("line", ("color", two), ("strokeDash", Items([5, 3]))), Encoding(("x", Step()), ("y", Y("median"))))
                .Where("datum.median > 0", run.Points.Any(p => p.TwinMedian > 0)),
            Layer(Mark("line", ("color", one)), Encoding(("x", Step()), ("y", Y("distance"))))
                .Where("datum.distance > 0", run.Points.Any(p => p.Distance > 0)));
    }

    static JsonObject Loss(TrajectoryReport run, string one, string two)
    {
        JsonObject Y(string field) => Number(field, "loss", Linear, new() { ["tickCount"] = 5, ["format"] = "~g" });
        return View(170,
            run.Points.Where(p => p.Step > 0).Select(p => Row(("step", p.Step), ("first", Shown(p.NativeLoss)), ("second", Shown(p.TorchLoss)))),
            Layer(Mark("line", ("color", one)), Encoding(("x", Step()), ("y", Y("first")))),
            Layer(Mark("line", ("color", two), ("strokeDash", Items([5, 5]))), Encoding(("x", Step()), ("y", Y("second")))));
    }

    static JsonObject Step() => Number("step", "step", Log, new() { ["format"] = "~g" });

    public static ChartTable Table(TrajectoryReport run, string first, string second) => new(
        ["step", $"loss, {first}", $"loss, {second}", "distance", "nearest twin", "median twin", "farthest twin", "ρ", "one step, p50 ULP",
            "one step, max ULP", "same bits, %"],
        [.. run.Points.Select(p => (ImmutableArray<string>)
        [
            NumberText.Count(p.Step), NumberText.Real(p.NativeLoss), NumberText.Real(p.TorchLoss), NumberText.Real(p.Distance),
                NumberText.Real(p.TwinLow),
            NumberText.Real(p.TwinMedian), NumberText.Real(p.TwinHigh), NumberText.Real(p.Rho), NumberText.Ulps(p.SynchronisedP50),
            NumberText.Ulps(p.SynchronisedMax), NumberText.Percent(p.BitsEqualPercent),
        ])]);
}
