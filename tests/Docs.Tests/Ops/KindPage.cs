using System.Text;
using ParityNet.Parity;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Tests.Ops;

/// <summary>Writes the page of one kind of op.</summary>
static class KindPage
{
    const int PicturesARow = 5;

    public static string Text(Page page, IReadOnlyList<OpEntry> ops)
    {
        var text = new StringBuilder($"# {page.Title}\n\n[All ops](README.md). {page.Introduction}\n");
        Gallery(text, [.. ops.Where(Pictures.Has)]);
        foreach (OpEntry op in ops)
            text.Append(OpSection.Text(op));
        Words(text, ops);
        return text.ToString();
    }

    static void Gallery(StringBuilder text, OpEntry[] ops)
    {
        if (ops.Length > 0)
            text.Append('\n');
        foreach (OpEntry[] row in ops.Chunk(PicturesARow))
            text.Append($"{string.Concat(row.Select(op => $"<a href=\"#{op.Name}\"><img src=\"{Pictures.Link(op)}\" width=\"19%\" alt=\"{op.Name}\"></a>"))}\n");
    }

    static void Words(StringBuilder text, IReadOnlyList<OpEntry> ops)
    {
        var words = ops.SelectMany(op => op.Options.Where(o => OptionText.WordsOf(o) is not null).Select(o => (Op: op, Option: o, Type: OptionText.WordsOf(o)!)))
            .DistinctBy(option => option.Type).ToList();
        if (words.Count == 0)
            return;
        text.Append("\n## Words\n\n| option | word | means |\n|---|---|---|\n");
        foreach ((OpEntry op, OptionInfo option, Type type) in words)
            foreach (Enum word in Enum.GetValues(type))
                text.Append($"| `{option.Name}` | `{OptionText.Word(word)}` | {OptionText.Cell(Documentation.Of(word, op))} |\n");
    }
}
