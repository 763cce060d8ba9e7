using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Parity.Tests.Museum;

/// <summary>Writes <c>docs/museum.md</c> and <c>docs/museum.json</c>.</summary>
static class MuseumPage
{
    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        IndentSize = 1,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Json(ImmutableArray<MuseumRow> rows) => JsonSerializer.Serialize(rows, Options) + "\n";

    public static string Text(ImmutableArray<MuseumRow> rows)
    {
        ImmutableArray<MuseumRow> history = [.. rows.Where(row => row.Sources.Length > 0)], others = [.. rows.Where(row => row.Sources.Length == 0)];
        var text = new StringBuilder($"""
            # The bug museum

            {rows.Length} errors planted in the native backend, one at a time, and how soon the proof finds them. *Cases* is the number of generated cases
            until a result lies outside its enclosure, `float` and `double` in turn, of at most 100; *laws* is the number of laws that break within 20
            cases each. A dash says that no case showed it: laws alone hold schedules and initializers, and find mistakes of memory and of shared storage. This page and [museum.json](museum.json), which names the laws, are written by `tests/Parity.Tests`.

            ## Made in earnest

            {history.Length} of them are mistakes that were published. A file is one in which the mistake stands; P, S, T-L, T-O and I number those that were found by
            reading PyTorch and TorchSharp beside one another.

            | op | mistake | where | cases | laws |
            |---|---|---|--:|--:|

            """);
        foreach (MuseumRow row in history)
            text.Append($"| `{row.Op}` | {Cell(row.Error)} | {string.Join(", ", row.Sources.Select(Sources.Link))} | {Caught(row)} |\n");
        text.Append("\n## Made for the proof\n\n| op | mistake | cases | laws |\n|---|---|--:|--:|\n");
        foreach (MuseumRow row in others)
            text.Append($"| `{row.Op}` | {Cell(row.Error)} | {Caught(row)} |\n");
        return text.Append("\n## Not here\n\n").Append(string.Concat(History.Absent.Select(absent => $"- {Named(absent.Key)}: {absent.Value}\n"))).ToString();
    }

    static string Named(string absent) => Sources.Link(absent) ?? absent;

    static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    static string Caught(MuseumRow row) => $"{row.Cases?.ToString() ?? "—"} | {row.Laws.Length}";
}
