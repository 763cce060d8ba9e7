using ParityNet.Parity;

namespace ParityNet.Tests.Ops;

/// <summary>Options in the cells of a table.</summary>
static class OptionText
{
    public static string Name(OptionInfo option) => option.Index < 0 ? option.Name : $"{option.Name}[{option.Index}]";

    public static string Default(OptionInfo option) => option.Required ? "required" : $"`{OptionValue.Text(option.DefaultText)}`";

    /// <summary>The meaning, and the words to choose from.</summary>
    public static string Meaning(OpEntry op, OptionInfo option)
    {
        string meaning = Cell(Documentation.Of(op, option));
        return option.Choices.IsEmpty ? meaning : $"{meaning} [{string.Join(", ", option.Choices.Select(word => $"`{word}`"))}](#words)";
    }

    /// <summary>The enumeration of an option's words; null where it has none.</summary>
    public static Type? WordsOf(OptionInfo option) => (Nullable.GetUnderlyingType(option.Type) ?? option.Type) is { IsEnum: true } type ? type : null;

    public static string Word(Enum word) => OptionValue.Text(OptionValue.Plain(word));

    public static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
