using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using static ParityNet.Reports.Rendering.Plots.Vega;

namespace ParityNet.Reports.Rendering.Plots;

/// <summary>The histogram of errors, with bins whose width doubles.</summary>
static class HistogramPlot
{
    const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static Chart Of(string id, string title, string caption, HistogramReport histogram, IReadOnlyList<string> backends) => new(
        id, title, caption,
        [.. backends.Select(b => new ChartKey(b, Colors.Of(b, backends), KeyMark.Square))],
        Bins(histogram).Any() ? [new ChartPanel("", Spec(histogram, backends))] : [],
        new(["error up to, ULP", .. histogram.Counts.Select(c => $"elements, {c.Backend}")],
            [.. Bins(histogram)
                .Select(bin =>
                (ImmutableArray<string>)[Label(histogram, bin), .. histogram.Counts.Select(c => NumberText.Count(c.Elements[bin]))])]));

    /// <summary>The sum of the histograms of several ops, which all have the same bins.</summary>
    public static HistogramReport Sum(IEnumerable<HistogramReport> histograms, IReadOnlyList<string> backends)
    {
        HistogramReport[] all = [.. histograms];
        return new(all[0].UpperEdges, [.. backends.Select(b => new HistogramCounts(b,
            [.. Enumerable.Range(0, all[0].UpperEdges.Length).Select(bin =>
                all.SelectMany(h => h.Counts).Where(c => c.Backend == b).Sum(c => c.Elements[bin]))]))]);
    }

    static JsonObject Spec(HistogramReport histogram, IReadOnlyList<string> backends)
    {
        IEnumerable<JsonObject> rows =
            from bin in Bins(histogram)
            from counts in histogram.Counts
            select Row(("bin", Label(histogram, bin)), ("backend", counts.Backend),
                ("elements", counts.Elements[bin] > 0 ? JsonValue.Create(counts.Elements[bin]) : null));
        JsonObject Backend() => new() { ["field"] = "backend", ["type"] = "nominal", ["sort"] = Items(backends.Select(b => JsonValue.Create(b))) };
        return View(190, rows, Layer(Mark("bar", ("tooltip", true)), Encoding(
            ("x", new JsonObject
            {
                ["field"] = "bin",
                ["type"] = "ordinal",
                ["sort"] = null,
                ["title"] = "error up to, ULP",
                ["axis"] = new JsonObject { ["labelAngle"] = 0, ["labelOverlap"] = "greedy", ["ticks"] = false },
                // Rows are there for empty bins too, so that these stay on the axis.
                ["scale"] = new JsonObject { ["paddingInner"] = 0.25 },
            }),
            ("xOffset", Backend()),
            ("y", Number("elements", "elements", new() { ["type"] = "log", ["domainMin"] = 0.5, ["nice"] = false }, new()
            {
                ["values"] = Items(Enumerable.Range(0, 13).Select(k => JsonValue.Create(Math.Pow(10, k)))),
                ["labelExpr"] = PowerLabel,
            })),
            ("y2", Datum(0.5)),
            ("color", Colour("backend", backends, backends.Select(b => Colors.Of(b, backends)))))));
    }

    /// <summary>The bins from the first to the last that is not empty.</summary>
    static IEnumerable<int> Bins(HistogramReport histogram)
    {
        int[] full = [.. Enumerable.Range(0, histogram.UpperEdges.Length).Where(bin => histogram.Counts.Any(c => c.Elements[bin] > 0))];
        return full.Length == 0 ? [] : Enumerable.Range(full[0], full[^1] - full[0] + 1);
    }

    static string Label(HistogramReport histogram, int bin)
    {
        double edge = histogram.UpperEdges[bin];
        if (double.IsInfinity(edge))
            return "∞";
        if (edge is 0 or >= 1)
            return edge.ToString("0.######", CultureInfo.InvariantCulture);
        int power = -Math.ILogB(edge);
        return edge switch
        {
            0.5 => "½",
            0.25 => "¼",
            0.125 => "⅛",
            _ => "2⁻" + string.Concat(power.ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0'])),
        };
    }
}
