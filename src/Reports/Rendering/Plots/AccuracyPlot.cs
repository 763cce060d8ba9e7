using System.Text.Json.Nodes;
using static ParityNet.Reports.Rendering.Plots.Vega;

namespace ParityNet.Reports.Rendering.Plots;

/// <summary>The errors of each op against the best known values, with both backends in one chart.</summary>
static class AccuracyPlot
{
    public static Chart Of(string elementType, IReadOnlyList<OpReport> all, IReadOnlyList<string> backends)
    {
        // The largest errors stand at the top; OrderBy keeps the order of the catalogue among equals.
        OpReport[] ops = [.. all.OrderByDescending(op => op.Accuracy.Select(a => a.Max).DefaultIfEmpty(0).Max())];
        return Sorted(elementType, ops, backends);
    }

    static Chart Sorted(string elementType, IReadOnlyList<OpReport> ops, IReadOnlyList<string> backends) => new(
        $"accuracy-{elementType}", $"Error of every op, {elementType}, largest first",
        "Each line runs from the median error to the largest, the dot is the error that 99 in 100 elements do not exceed. "
            + "Left of the dashed line results are correctly rounded. A triangle marks an error without bound: an infinity or NaN where a number " +
                "is right.",
        [.. backends.Select(b => new ChartKey(b, Colors.Of(b, backends), KeyMark.Dot))],
        [new ChartPanel("", Spec(ops, backends))],
        new(["op", .. backends.SelectMany(b => new[] { $"{b} p50, ULP", $"{b} p99, ULP", $"{b} max, ULP" })],
            [.. ops.Select(op => (System.Collections.Immutable.ImmutableArray<string>)
                [op.Op, .. backends.SelectMany(b => op.Accuracy.FirstOrDefault(a => a.Backend == b) is { } a
                    ? new[] { NumberText.Ulps(a.P50), NumberText.Ulps(a.P99), NumberText.Ulps(a.Max) } : ["", "", ""])])]));

    static JsonObject Spec(IReadOnlyList<OpReport> ops, IReadOnlyList<string> backends)
    {
        // A percentile may be a number beyond all others where the largest error is an infinity; it stands at the end with that.
        double largest = ops.SelectMany(o => o.Accuracy).Select(a => a.Max).Where(double.IsFinite).DefaultIfEmpty(1).Max();
        double end = Math.Max(1, largest) * 1.3;
        JsonNode? Inside(double ulps) => Shown(Math.Min(ulps, end));
        IEnumerable<JsonObject> rows =
            from op in ops
            from a in op.Accuracy
            select Row(("op", op.Op), ("backend", a.Backend), ("p50", Inside(a.P50)), ("p99", Inside(a.P99)), ("max", Inside(a.Max)),
                ("most", NumberText.Ulps(a.Max)), ("endless", !double.IsFinite(a.Max)));
        JsonObject X(string field) => Number(field, "error, ULP at the scale of the element",
            new() { ["type"] = "symlog", ["constant"] = 0.5, ["domain"] = Items([0, end]), ["nice"] = false },
            new()
            {
                ["values"] = Items([0, 0.5, 1, 2, 5, 10, .. Enumerable.Range(2, 15).Select(k => JsonValue.Create(Math.Pow(10, k)))]),
                ["labelExpr"] = $"datum.value == 0 ? '0' : {PowerLabel}",
                ["grid"] = true,
                ["orient"] = "top",
            });
        JsonObject Y() => new()
        {
            ["field"] = "op",
            ["type"] = "nominal",
            ["sort"] = null,
            ["title"] = null,
            ["scale"] = new JsonObject { ["paddingInner"] = 0.35 },
            // A dot at 0 reaches over the axis; a narrow page breaks long names at an underscore.
            ["axis"] = new JsonObject
            {
                ["labelPadding"] = 8,
                ["labelLimit"] = 400,
                ["labelExpr"] =
                    "containerSize()[0] < 480 && length(datum.label) > 16 ? [substring(datum.label, 0, lastindexof(substring(datum.label, 0, 17), " +
                    "'_') + 1), substring(datum.label, lastindexof(substring(datum.label, 0, 17), '_') + 1)] : datum.label",
            },
        };
        JsonObject Offset() => new() { ["field"] = "backend", ["type"] = "nominal", ["sort"] = Items(backends.Select(b => JsonValue.Create(b))) };
        JsonObject Colours() => Colour("backend", backends, backends.Select(b => Colors.Of(b, backends)));
        JsonObject Tip() =>
            (JsonObject)JsonNode.Parse(
            """{"tooltip":[{"field":"op"},{"field":"backend"},{"field":"p50"},{"field":"p99"},{"field":"most","title":"max"}]}""")!;
        JsonObject With(JsonObject encoding)
        {
            encoding["tooltip"] = Tip()["tooltip"]!.DeepClone();
            return encoding;
        }
        return View(22 * ops.Count, rows,
            Layer(Mark("rule", ("strokeDash", Items([4, 3])), ("color", Colors.Text)), Encoding(("x", Datum(0.5)))),
            Layer(Mark("rule", ("strokeWidth", 1.5), ("opacity", 0.55)),
                With(Encoding(("y", Y()), ("yOffset", Offset()), ("x", X("p50")), ("x2", new JsonObject { ["field"] = "max" }),
                    ("color", Colours())))),
            Layer(Mark("tick", ("thickness", 1.5), ("size", 7)),
                With(Encoding(("y", Y()), ("yOffset", Offset()), ("x", X("max")), ("color", Colours()))))
                .Where("!datum.endless", ops.Any(o => o.Accuracy.Any(a => double.IsFinite(a.Max)))),
            Layer(Mark("point", ("shape", "triangle-right"), ("filled", true), ("size", 45), ("opacity", 1)),
                With(Encoding(("y", Y()), ("yOffset", Offset()), ("x", X("max")), ("color", Colours()))))
                    .Where("datum.endless", ops.Any(o => o.Accuracy.Any(a => !double.IsFinite(a.Max)))),
            Layer(Mark("point", ("filled", true), ("size", 38), ("opacity", 1)),
                With(Encoding(("y", Y()), ("yOffset", Offset()), ("x", X("p99")), ("color", Colours())))));
    }
}
