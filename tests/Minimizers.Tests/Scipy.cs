using System.Collections.Immutable;
using System.Text.Json;

namespace ParityNet.Minimizers.Tests;

/// <summary>A stored answer of SciPy, made by tests/References/scipy_minimizers.py.</summary>
sealed record ScipyRun(string Problem, int Scale, string Method, double? Value, double[] Point, ImmutableArray<(int Evaluation, double Value)> Best)
{
    static readonly Lazy<(string Version, ImmutableArray<ScipyRun> Runs)> Stored = new(Read);

    public static string Version => Stored.Value.Version;

    public static ImmutableArray<ScipyRun> All => Stored.Value.Runs;

    public static ScipyRun Of(string problem, int scale, string method) =>
        All.Single(run => run.Problem == problem && run.Scale == scale && run.Method == method);

    static (string, ImmutableArray<ScipyRun>) Read()
    {
        JsonElement[] lines = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "scipy.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)];
        return (lines[0].GetProperty("scipy").GetString()!, [.. lines[1..].Select(Of)]);
    }

    static ScipyRun Of(JsonElement line) => new(
        line.GetProperty("problem").GetString()!,
        line.GetProperty("scale").GetInt32(),
        line.GetProperty("method").GetString()!,
        line.TryGetProperty("value", out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null,
        line.TryGetProperty("x", out JsonElement x) && x.ValueKind == JsonValueKind.Array ? [.. x.EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN)] : [],
        line.TryGetProperty("best", out JsonElement best) ? [.. best.EnumerateArray().Select(entry => (entry[0].GetInt32(), entry[1].GetDouble()))] : []);
}
