using System.Collections.Immutable;
using System.Text.Json.Nodes;
using static ParityNet.Reports.Rendering.Plots.Vega;

namespace ParityNet.Reports.Rendering.Plots;

/// <summary>A figure of the textbook: colours for quantities, lines or bars for the first backend, circles for the second.</summary>
static class FigurePlot
{
    const int Circles = 14;

    public static Chart Of(Figure figure, IReadOnlyList<string> backends)
    {
        string[] drawn = [.. backends.Where(b => figure.Series.Any(s => s.Backend == b))];
        string[] names = [.. figure.Series.Where(s => drawn.Contains(s.Backend)).Select(s => s.Name).Distinct()];
        string[] panels = [.. figure.Series.Select(s => s.Panel).Distinct()];
        KeyMark mark = figure.Mark == "bar" ? KeyMark.Square : KeyMark.Line;
        return new Chart(
            $"figure-{figure.Id}", figure.Title, figure.Caption,
            [
                .. names.Select((name, i) => new ChartKey(name, Colors.OfSeries(i), mark)),
                .. drawn.Length < 2 ? [] : new ChartKey[] { new(drawn[0], Colors.Text, mark), new(drawn[1], Colors.Text, KeyMark.Circle) },
            ],
            [.. panels.Select(p => new ChartPanel(p, Spec(figure, [.. figure.Series.Where(s => s.Panel == p)], names, drawn)))],
            new(["panel", "line", "backend", figure.X, figure.Y],
            [
                .. from s in figure.Series
                   where drawn.Contains(s.Backend)
                   from i in Enumerable.Range(0, s.X.Length)
                   select (ImmutableArray<string>)[s.Panel, s.Name, s.Backend, NumberText.Real(s.X[i]), NumberText.Real(s.Y[i])],
            ]));
    }

    static JsonObject Spec(Figure figure, ImmutableArray<Series> series, string[] names, string[] drawn)
    {
        bool bars = figure.Mark == "bar", path = figure.Mark == "path";
        JsonObject Colours() => Colour("name", names, names.Select((_, i) => Colors.OfSeries(i)));
        (string Channel, JsonNode? Definition)[] Position() => bars
            ? [("x", Category(figure.X)), ("xOffset", Names(names)), ("y", Number("y", figure.Y, new() { ["zero"] = true }, RowAxis(5)))]
            : [("x", Number("x", figure.X, Padded, path ? new() { ["grid"] = true } : null)), ("y", Number("y", figure.Y, Linear, RowAxis(6)))];
        (string, JsonNode) order = ("order", new JsonObject { ["field"] = "i", ["type"] = "quantitative" });
        (string, JsonNode) colour = ("color", Colours());
        List<JsonObject?> layers = [];
        if (series.Any(s => !drawn.Contains(s.Backend)))
            layers.Add(Layer(Mark("line", ("color", Colors.Guide), ("strokeWidth", 1)),
                Encoding([.. Position(), order, ("detail", new JsonObject { ["field"] = "name" })])).Where("datum.role == 'guide'", any: true));
        layers.Add(
            Layer(bars ? Mark("bar", ("tooltip", true)) : Mark("line"), Encoding([.. Position(), .. bars ? [] : new[] { Copy(order) }, Copy(colour)]))
            .Where("datum.role == 'first'", drawn.Length > 0));
        if (path)
            layers.Add(Layer(Mark("point", ("filled", true), ("size", 40), ("opacity", 1)), Encoding([.. Position(), Copy(colour)]))
                .Where("datum.role == 'first' && datum.i == 0", drawn.Length > 0));
        if (drawn.Length > 1)
            layers.Add(Layer(Mark("point", ("filled", false), ("size", 34), ("strokeWidth", 1.25), ("opacity", 1), ("tooltip", true)),
                Encoding([.. Position(), bars ? ("color", Value(Colors.Ink)) : Copy(colour)]))
                    .Where("datum.role == 'second'", series.Any(s => s.Backend == drawn[1])));
        return View(path ? 300 : 220, Rows(series, drawn), layers);
    }

    static IEnumerable<JsonObject> Rows(ImmutableArray<Series> series, string[] drawn) =>
        from s in series
        let role = Array.IndexOf(drawn, s.Backend) switch { 0 => "first", 1 => "second", _ => "guide" }
        let every = Math.Max(1, s.X.Length / Circles)
        from i in Enumerable.Range(0, s.X.Length)
        where role != "second" || i % every == 0
        select Row(("name", s.Name), ("role", role), ("i", i), ("x", Shown(s.X[i])), ("y", Shown(s.Y[i])));

    static JsonObject Category(string title) => new()
    {
        ["field"] = "x",
        ["type"] = "ordinal",
        ["sort"] = null,
        ["title"] = title,
        ["axis"] = new JsonObject { ["labelAngle"] = 0, ["format"] = "~g", ["ticks"] = false },
        ["scale"] = new JsonObject { ["paddingInner"] = 0.3 },
    };

    static JsonObject Names(string[] names) =>
        new() { ["field"] = "name", ["type"] = "nominal", ["sort"] = Items(names.Select(n => JsonValue.Create(n))) };

    static (string, JsonNode) Copy((string Channel, JsonNode Definition) channel) => (channel.Channel, channel.Definition.DeepClone());
}
