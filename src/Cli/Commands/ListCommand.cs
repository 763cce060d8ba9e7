using System.CommandLine;
using System.Text;
using System.Text.Json;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Parity;
using Spectre.Console;

namespace ParityNet.Cli.Commands;

/// <summary><c>list</c>: every op with options, defaults, element types and backends.</summary>
static class ListCommand
{
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(Terminal terminal)
    {
        Option<bool> json = Values.Flag("--json", "Write JSON instead of a table.");
        var command = new Command("list", "Lists every op with its options, defaults, element types and the backends that have it.") { json };
        command.SetAction(parsed =>
        {
            IReadOnlyList<IBackend> backends = Backends.Get((IReadOnlyList<string>?)null);
            if (parsed.GetValue(json))
                terminal.Output.Write(Json(backends));
            else
                WriteTable(backends, terminal);
        });
        return command;
    }

    static void WriteTable(IReadOnlyList<IBackend> backends, Terminal terminal)
    {
        Table table = Terminal.Table("kind", "name", "options and defaults", "types", "backends");
        foreach (OpEntry op in Catalog.All)
            table.AddRow(op.Kind.ToString().ToLowerInvariant(), string.Join("\n", op.Names),
                Markup.Escape(string.Join(", ", op.Options.GroupBy(o => o.Name).Select(Text))), Types(op), string.Join(", ", Having(op, backends)));
        terminal.Tables.Write(table);
        if (Backends.Missing("torch") is { } reason)
            terminal.Note(reason);
    }

    static string Json(IReadOnlyList<IBackend> backends)
    {
        using var output = new MemoryStream();
        using (var writer = new Utf8JsonWriter(output, Readable))
        {
            writer.WriteStartArray();
            foreach (OpEntry op in Catalog.All)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", op.Kind.ToString().ToLowerInvariant());
                writer.WriteString("name", op.Name);
                WriteStrings(writer, "aliases", op.Aliases.Select(alias => alias.Name));
                writer.WriteStartObject("options");
                foreach (IGrouping<string, OptionInfo> option in op.Options.GroupBy(o => o.Name))
                {
                    writer.WritePropertyName(option.Key);
                    OptionValue.Write(writer, option.First().Index < 0 ? option.First().DefaultText : option.Select(o => o.DefaultText).ToArray());
                }
                writer.WriteEndObject();
                WriteStrings(writer, "types", Types(op).Split(", "));
                WriteStrings(writer, "backends", Having(op, backends));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length) + "\n";
    }

    static void WriteStrings(Utf8JsonWriter writer, string name, IEnumerable<string> values)
    {
        writer.WriteStartArray(name);
        foreach (string value in values)
            writer.WriteStringValue(value);
        writer.WriteEndArray();
    }

    static string Text(IGrouping<string, OptionInfo> option) => option.First() switch
    {
        { Required: true } => option.Key,
        { Index: < 0 } only => $"{option.Key}={OptionValue.Text(only.DefaultText)}",
        _ => $"{option.Key}=[{string.Join(", ", option.Select(o => OptionValue.Text(o.DefaultText)))}]",
    };

    static string Types(OpEntry op) => op.Kind == OpKind.Schedule ? "float64" : "float32, float64";

    static IEnumerable<string> Having(OpEntry op, IReadOnlyList<IBackend> backends) => backends.Where(op.IsIn).Select(backend => backend.Name);
}
