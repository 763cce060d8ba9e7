using System.Text.Json.Nodes;
using static ParityNet.Reports.Rendering.Plots.Vega;

namespace ParityNet.Reports.Rendering.Plots;

/// <summary>The error of a scalar function against its input.</summary>
static class InputErrorPlot
{
    // Beyond this ratio of the extremes a linear axis shows only one of them.
    const double Wide = 1000;

    public static Chart Of(ErrorPlot plot, IReadOnlyList<string> backends) => new(
        $"error-{plot.Op}-{plot.ElementType}-{plot.Quantity}", $"{plot.Op}: error of {plot.Quantity} against the input, {plot.ElementType}",
        "Every point is the worst of a small interval of inputs. Points below the dashed line are correctly rounded.",
        [.. backends.Where(b => plot.Points.Any(p => p.Backend == b)).Select(b => new ChartKey(b, Colors.Of(b, backends), KeyMark.Dot))],
        plot.Points.Any(p => double.IsFinite(p.Ulps)) ? [new ChartPanel("", Spec(plot, backends))] : [],
        new(["backend", "input", "error, ULP"], [.. plot.Points.Select(p => (System.Collections.Immutable.ImmutableArray<string>)
            [p.Backend, NumberText.Real(p.Input), NumberText.Ulps(p.Ulps)])]));

    static JsonObject Spec(ErrorPlot plot, IReadOnlyList<string> backends)
    {
        // The second backend is drawn first, so that the backend under test lies on top.
        IEnumerable<JsonObject> rows = plot.Points.OrderByDescending(p => backends.ToList().IndexOf(p.Backend))
            .Select(p => Row(("backend", p.Backend), ("input", Shown(p.Input)), ("ulps", Shown(p.Ulps))));
        double[] inputs = [.. plot.Points.Select(p => Math.Abs(p.Input)).Where(x => x > 0 && double.IsFinite(x)).Order()];
        double[] ulps = [.. plot.Points.Select(p => p.Ulps).Where(double.IsFinite).Order()];
        bool wideInputs = inputs.Length > 0 && inputs[^1] > Wide * inputs[inputs.Length / 2];
        bool wideUlps = ulps.Length > 0 && ulps[^1] > Wide;
        return View(170, rows,
            Layer(Mark("rule", ("strokeDash", Items([4, 3])), ("color", Colors.Text)), Encoding(("y", Datum(0.5)))),
            Layer(Mark("point", ("filled", true), ("size", 7), ("opacity", 0.7)), Encoding(
                ("x", Number("input", "input", wideInputs ? SymLog(inputs[inputs.Length / 2]) : Linear, new() { ["format"] = "~g" })),
                ("y", Number("ulps", "error, ULP", wideUlps ? SymLog(1) : new() { ["zero"] = true }, new() { ["format"] = "~g", ["tickCount"] = 5 })),
                ("color", Colour("backend", backends, backends.Select(b => Colors.Of(b, backends)))))));
    }

    static JsonObject SymLog(double constant) => new() { ["type"] = "symlog", ["constant"] = Shown(constant) };
}
