using System.CommandLine;
using System.Text;
using System.Text.Json;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Dialects;
using ParityNet.Parity;
using ParityNet.Reports.Rendering.Plots;
using Spectre.Console;

namespace ParityNet.Cli.Commands;

/// <summary><c>list</c>: lists every op with options, defaults, element types and backends.</summary>
static class ListCommand
{
    static readonly JsonWriterOptions Readable =
        new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
                WriteTables(backends, terminal);
        });
        return command;
    }

    static void WriteTables(IReadOnlyList<IBackend> backends, Terminal terminal)
    {
        foreach (IGrouping<OpKind, OpEntry> kind in Catalog.All.GroupBy(op => op.Kind))
        {
            // Options that all ops of a kind share are listed once, to save space.
            string common = Common(kind.First(), backends);
            bool alike = kind.All(op => Common(op, backends) == common);
            terminal.WriteLine($"{kind.Key.ToString().ToLowerInvariant()} ({kind.Count()}){(alike ? $": {common}" : "")}");
            Table table = alike ? Terminal.Table("name", "options and defaults")
                : Terminal.Table("name", "options and defaults", "types and backends");
            table.Columns[0].NoWrap();
            foreach (OpEntry op in kind)
                table.AddRow(
                    [string.Join("\n  ", op.Names), Markup.Escape(string.Join("\n", Presets(op).Prepend(Options(op)))),
                    .. alike ? [] : new[] { Common(op, backends) }]);
            terminal.Tables.Write(table);
        }
        if (Backends.Missing("torch") is { } reason)
            terminal.Note(reason);
    }

    static string Options(OpEntry op) => string.Join(", ", op.Options.GroupBy(o => o.Name).Select(Text));

    static string Common(OpEntry op, IReadOnlyList<IBackend> backends) => $"{Types(op)}; {string.Join(", ", Having(op, backends))}";

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
                WriteArguments(writer, op);
                writer.WriteStartObject("options");
                foreach (IGrouping<string, OptionInfo> option in op.Options.GroupBy(o => o.Name))
                {
                    writer.WritePropertyName(option.Key);
                    OptionValue.Write(writer, option.First().Index < 0 ? option.First().DefaultText : option.Select(o => o.DefaultText).ToArray());
                }
                writer.WriteEndObject();
                writer.WriteStartObject("words");
                foreach (OptionInfo option in op.Options.Where(o => !o.Choices.IsEmpty))
                    WriteStrings(writer, option.Name, option.Choices);
                writer.WriteEndObject();
                WriteStrings(writer, "required", op.Options.Where(o => o.Required).Select(o => o.Name));
                writer.WriteStartArray("examples");
                foreach (OpSpec example in op.Examples)
                    OptionValue.Write(writer, new OrderedDictionary<string, object?>(op.OptionsOf(example)));
                writer.WriteEndArray();
                WritePresets(writer, op);
                WriteStrings(writer, "types", Types(op).Split(", "));
                WriteStrings(writer, "backends", Having(op, backends));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
        }
        return Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length) + "\n";
    }

    static void WriteArguments(Utf8JsonWriter writer, OpEntry op)
    {
        if (op.Examples[0] is not FunctionSpec function)
            return;
        writer.WriteStartArray("arguments");
        foreach (OperandInfo operand in function.Operands)
        {
            writer.WriteStartObject();
            writer.WriteString("name", operand.Name);
            writer.WriteString("kind", operand.Kind.ToString().ToLowerInvariant());
            writer.WriteString("shape", function.ShapeText(operand.Name));
            writer.WriteString("domain", operand.Domain.ToString().ToLowerInvariant());
            writer.WriteBoolean("optional", operand.Optional);
            writer.WriteBoolean("gradient", operand.Differentiable);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    static void WritePresets(Utf8JsonWriter writer, OpEntry op)
    {
        writer.WriteStartArray("presets");
        foreach (Preset preset in Dialects.SelectMany(op.PresetsIn))
        {
            writer.WriteStartObject();
            writer.WriteString("dialect", Word(preset.Dialect));
            WriteStrings(writer, "names", preset.Names);
            if (preset.Flag is { } flag)
                writer.WriteString("flag", flag);
            writer.WriteStartObject("options");
            foreach ((OptionInfo option, string name, object? value) in op.Differences(preset))
            {
                writer.WritePropertyName(name);
                OptionValue.Write(writer, value);
            }
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    // What a system names or sets otherwise than PyTorch.
    static IEnumerable<string> Presets(OpEntry op) => Dialects.SelectMany(op.PresetsIn).Select(preset =>
        $"{Word(preset.Dialect)}: {string.Join(" or ", preset.Names)}" + string.Concat(op.Differences(preset).Select((d, i) =>
            $"{(i == 0 ? " with " : ", ")}{d.Name}{(d.Option.Required && !preset.IsComplete ? "" : $"={OptionValue.Text(d.Value)}")}"))
        + (preset.Flag is { } flag ? $", given {flag}" : ""));

    static Dialect[] Dialects => Enum.GetValues<Dialect>();

    static string Word(Dialect dialect) => dialect.ToString().ToLowerInvariant();

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
