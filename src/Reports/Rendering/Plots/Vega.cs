using System.Globalization;
using System.Text.Json.Nodes;

namespace ParityNet.Reports.Rendering.Plots;

/// <summary>Elements of Vega-Lite specifications that all charts share.</summary>
static class Vega
{
    /// <summary>A number of ticks in proportion to the width.</summary>
    static JsonObject Ticks => new() { ["expr"] = "max(2, floor(width / 70))" };

    /// <summary>A view as wide as its container.</summary>
    public static JsonObject View(JsonNode height, IEnumerable<JsonObject> rows, params IEnumerable<JsonObject?> layers) => new()
    {
        ["width"] = "container",
        ["height"] = height,
        ["autosize"] = new JsonObject { ["type"] = "fit-x", ["contains"] = "padding" },
        ["data"] = new JsonObject { ["values"] = Items(rows) },
        ["layer"] = Items(layers.Where(layer => layer is not null)),
    };

    public static JsonObject Layer(JsonObject mark, JsonObject encoding) => new() { ["mark"] = mark, ["encoding"] = encoding };

    /// <summary>A layer filtered to some rows; null where there are none, since an axis cannot place an empty layer.</summary>
    public static JsonObject? Where(this JsonObject layer, string condition, bool any)
    {
        if (!any)
            return null;
        layer["transform"] = Items([new JsonObject { ["filter"] = condition }]);
        return layer;
    }

    public static JsonObject Mark(string type, params IEnumerable<(string Name, JsonNode Value)> properties)
    {
        var mark = new JsonObject { ["type"] = type };
        foreach ((string name, JsonNode value) in properties)
            mark[name] = value;
        return mark;
    }

    public static JsonObject Encoding(params IEnumerable<(string Channel, JsonNode? Definition)> channels) => Of(channels);

    /// <summary>A quantitative axis.</summary>
    public static JsonObject Number(string field, string title, JsonObject? scale = null, JsonObject? axis = null)
    {
        axis ??= [];
        // A tick count would thin out explicit values.
        if (!axis.ContainsKey("values"))
            axis.TryAdd("tickCount", Ticks);
        axis.TryAdd("labelOverlap", "greedy");
        return new()
        {
            ["field"] = field,
            ["type"] = "quantitative",
            ["title"] = title,
            ["scale"] = scale ?? new JsonObject { ["zero"] = false },
            ["axis"] = axis
        };
    }

    public static JsonObject Log => new() { ["type"] = "log", ["nice"] = false };

    /// <summary>A logarithmic scale that ends at powers of ten.</summary>
    public static JsonObject LogDecades => new() { ["type"] = "log", ["nice"] = true };

    public static JsonObject Linear => new() { ["zero"] = false, ["nice"] = true };

    /// <summary>A linear scale with padding for marks at its ends.</summary>
    public static JsonObject Padded => new() { ["zero"] = false, ["nice"] = false, ["padding"] = 8 };

    /// <summary>A logarithmic axis labelled with powers of ten, as 10⁻⁷ where they are long.</summary>
    public static JsonObject LogAxis(IEnumerable<double> values)
    {
        double[] positive = [.. values.Where(v => v > 0 && double.IsFinite(v))];
        if (positive.Length == 0)
            return [];
        int low = (int)Math.Floor(Math.Log10(positive.Min())), high = (int)Math.Ceiling(Math.Log10(positive.Max()));
        // Fewer than two powers of ten do not show the scale.
        return high - low < 2
            ? new() { ["tickCount"] = 4, ["format"] = "~g" }
            : new() { ["values"] = Items(Enumerable.Range(low, high - low + 1).Select(e => Shown(Math.Pow(10, e)))), ["labelExpr"] = PowerLabel };
    }

    public const string PowerLabel =
        "abs(log(datum.value) / LN10) < 3.5 ? format(datum.value, ',~g') : '10' + (datum.value < 1 ? '⁻' : '')"
        + " + (abs(log(datum.value) / LN10) > 9.5 ? '⁰¹²³⁴⁵⁶⁷⁸⁹'[floor(round(abs(log(datum.value) / LN10)) / 10)] : '')"
        + " + '⁰¹²³⁴⁵⁶⁷⁸⁹'[round(abs(log(datum.value) / LN10)) % 10]";

    public static JsonObject RowAxis(int ticks) => new() { ["tickCount"] = ticks };

    public static JsonObject Datum(JsonNode value) => new() { ["datum"] = value };

    public static JsonObject Value(JsonNode value) => new() { ["value"] = value };

    /// <summary>The colour encoding of a field, without a Vega legend: the page has its own.</summary>
    public static JsonObject Colour(string field, IEnumerable<string> names, IEnumerable<string> colours) => new()
    {
        ["field"] = field,
        ["type"] = "nominal",
        ["legend"] = null,
        ["scale"] =
            new JsonObject
            {
                ["domain"] = Items(names.Select(n => JsonValue.Create(n))),
                ["range"] = Items(colours.Select(c => JsonValue.Create(c)))
            },
    };

    public static JsonObject Row(params IEnumerable<(string Field, JsonNode? Value)> fields) => Of(fields);

    /// <summary>A number with six digits, enough for a chart; null for NaN and infinities.</summary>
    public static JsonNode? Shown(double value) => double.IsFinite(value)
        ? JsonValue.Create(double.Parse(value.ToString("G6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))
        : null;

    /// <summary>The same for a logarithmic axis; null also for numbers that are not positive.</summary>
    public static JsonNode? ShownLog(double value) => value > 0 ? Shown(value) : null;

    public static JsonArray Items(IEnumerable<JsonNode?> items) => [.. items];

    static JsonObject Of(IEnumerable<(string Name, JsonNode? Value)> properties) =>
        new(properties.Select(p => KeyValuePair.Create(p.Name, p.Value)));
}
