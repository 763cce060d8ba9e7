using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using ParityNet.Parity.Verdicts;
using ParityNet.Reports;
using Spectre.Console;

namespace ParityNet.Cli.Replays;

/// <summary>Writes replayed cases as tables and as JSON.</summary>
static class ReplayView
{
    static readonly JsonWriterOptions Readable = new() { Indented = true, IndentSize = 1, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one table per case, with every number in decimal and in hexadecimal.</summary>
    public static void Write(IReadOnlyList<Replay> replays, IReadOnlyList<IBackend> backends, Terminal terminal)
    {
        foreach (Replay replay in replays)
        {
            bool single = replay.Case.ElementTypeName == "float32";
            terminal.WriteLine(replay.Case.Code());
            if (replay.Judgement.Failure is { } failure)
            {
                terminal.WriteLine(failure);
                continue;
            }
            Table table = Terminal.Table(["element", "verdict", .. backends.Select(backend => backend.Name), "best", "from", "to"]);
            foreach (Finding finding in replay.Findings)
                table.AddRow([Markup.Escape($"{finding.Quantity}[{finding.Index}]"), Verdict(finding),
                    .. Computed(finding).Take(backends.Count)
                        .Select(number => number is { } value ? TerminalNumber.Exact(value, single).Replace(" (", "\n(") : "—"),
                    finding.Best is { } best ? Lines(best) : "not known", Lines(finding.Low),
                        Lines(finding.High) + (finding.MayBeNaN ? "\nor NaN" : "")]);
            terminal.Tables.Write(table);
        }
        int outside = replays.Sum(replay => replay.Findings.Count(finding => finding.IsUnexplained));
        terminal.WriteLine(outside == 0
            ? $"{replays.Sum(replay => replay.Findings.Count)} elements, none outside its enclosure without a reason on record."
            : $"{outside} of {replays.Sum(replay => replay.Findings.Count)} elements lie outside their enclosure.");
    }

    /// <summary>The same as JSON that ends in a line feed.</summary>
    public static string Json(IReadOnlyList<Replay> replays, IReadOnlyList<IBackend> backends)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
        {
            writer.WriteStartArray();
            foreach (Replay replay in replays)
                WriteReplay(writer, replay, backends);
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    static void WriteReplay(Utf8JsonWriter writer, Replay replay, IReadOnlyList<IBackend> backends)
    {
        writer.WriteStartObject();
        writer.WriteString("request", replay.Case.Request());
        if (replay.Judgement.Failure is { } failure)
            writer.WriteString("failure", failure);
        writer.WriteStartArray("elements");
        foreach (Finding finding in replay.Findings)
        {
            writer.WriteStartObject();
            writer.WriteString("quantity", finding.Quantity);
            writer.WriteNumber("index", finding.Index);
            writer.WriteString("verdict", finding.Verdict.ToString());
            foreach ((IBackend backend, double? number) in backends.Zip(Computed(finding)))
                if (number is { } value)
                    WriteNumber(writer, backend.Name, value, replay.Case.ElementTypeName == "float32");
            if (finding.Best is { } best)
                WriteNumber(writer, "best", best, false);
            WriteNumber(writer, "low", finding.Low, false);
            WriteNumber(writer, "high", finding.High, false);
            writer.WriteBoolean("mayBeNaN", finding.MayBeNaN);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    static void WriteNumber(Utf8JsonWriter writer, string name, double value, bool single)
    {
        writer.WriteStartObject(name);
        writer.WritePropertyName("decimal");
        if (single)
            JsonNumbers.Write(writer, (float)value);
        else
            JsonNumbers.Write(writer, value);
        writer.WriteString("hex", NumberReport.From(name, value, single).Hex);
        writer.WriteEndObject();
    }

    static IEnumerable<double?> Computed(Finding finding) => [finding.First, finding.Second];

    static string Lines(double number) => TerminalNumber.Exact(number, false).Replace(" (", "\n(");

    static string Verdict(Finding finding)
    {
        string name = finding.Verdict.ToString();
        return finding.IsUnexplained ? $"[red]{name}[/]" : name;
    }
}
