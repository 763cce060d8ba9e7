using System.Globalization;
using System.Text.Json.Nodes;

namespace ParityNet.Reports.Rendering;

/// <summary>Writes the specifications of charts in little room: rows as columns, and what many charts share once.</summary>
static class ChartData
{
    /// <summary>The charts as JSON: <c>shapes</c>, and per chart the number of its shape, the names of its fields and their columns.</summary>
    /// <param name="charts">The charts.</param>
    public static string Of(IEnumerable<Chart> charts)
    {
        var shapes = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = new JsonArray();
        var panels = new JsonObject();
        foreach (Chart chart in charts)
            foreach ((int i, ChartPanel panel) in chart.Panels.Index())
            {
                JsonObject shape = panel.Spec.DeepClone().AsObject();
                JsonArray rows = shape["data"]!["values"]!.AsArray();
                shape.Remove("data");
                string text = shape.ToJsonString();
                if (shapes.TryAdd(text, shapes.Count))
                    all.Add(shape.DeepClone());
                string[] fields = [.. rows.SelectMany(row => row!.AsObject().Select(field => field.Key)).Distinct()];
                panels[$"{chart.Id}/{i}"] = new JsonArray(shapes[text], new JsonArray([.. fields.Select(field => (JsonNode?)field)]),
                    new JsonArray([.. fields.Select(field => Column(rows, field))]));
            }
        // The default encoder escapes <, so that no text can end the element.
        return new JsonObject { ["shapes"] = all, ["panels"] = panels }.ToJsonString();
    }

    // Few different words are written once, and then by their numbers, each with how often it comes in a row.
    static JsonNode Column(JsonArray rows, string field)
    {
        JsonNode?[] values = [.. rows.Select(row => Shown(row![field]))];
        string[] texts = [.. values.Select(value => value?.ToJsonString() ?? "null")], distinct = [.. texts.Distinct()];
        bool words = distinct.Any(text => text.StartsWith('"')) && distinct.Length <= 10;
        return words
            ? new JsonObject
            {
                ["of"] = new JsonArray([.. distinct.Select(text => JsonNode.Parse(text))]),
                ["at"] = new JsonArray([.. Runs(texts).SelectMany(run => (JsonNode?[])[Array.IndexOf(distinct, run.Text), run.Length])]),
            }
            : new JsonArray(values);
    }

    static IEnumerable<(string Text, int Length)> Runs(string[] texts)
    {
        for (int start = 0, end; start < texts.Length; start = end)
        {
            end = start + 1;
            while (end < texts.Length && texts[end] == texts[start])
                end++;
            yield return (texts[start], end - start);
        }
    }

    // Four digits are more than a picture shows; what is counted keeps all of them.
    static JsonNode? Shown(JsonNode? value) =>
        value is JsonValue number && number.TryGetValue(out double x) && x != Math.Floor(x)
            ? JsonNode.Parse(x.ToString("G4", CultureInfo.InvariantCulture))
            : value?.DeepClone();
}
