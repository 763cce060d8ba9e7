using System.Globalization;

namespace ParityNet.Cli.Tables;

/// <summary>Which lines of a file are the header and rows of a table, and which stand around them: titles, comments, totals.</summary>
/// <param name="Header">The cells of the header, or of the first row where there is none.</param>
/// <param name="HeaderLine">The line in which it starts.</param>
/// <param name="Rows">The rows, each with as many cells as the header.</param>
/// <param name="LeftOut">The lines that are neither and say something.</param>
/// <param name="Odd">The first line that has another number of cells and is none of these; null for none.</param>
sealed record TableForm(string[] Header, int HeaderLine, List<TableLine> Rows, List<TableLine> LeftOut, TableLine? Odd)
{
    /// <summary>Sorts the lines of a file.</summary>
    /// <param name="lines">The lines, at least one.</param>
    /// <param name="hasHeader">Whether the first one that is no title or comment names the columns.</param>
    public static TableForm Of(IReadOnlyList<TableLine> lines, bool hasHeader)
    {
        int first = First(lines), header = hasHeader ? Commented(lines, first) ?? first : first;
        string[] names = lines[header].Cells;
        TableLine[] body = [.. lines.Skip(hasHeader && header == first ? first + 1 : first)];
        if (hasHeader && NamesAllButRows(names, body))
            names = ["", .. names];
        var form = new TableForm(names, lines[header].Number, [], [.. lines.Take(first).Where((line, i) => i != header && !line.IsEmpty)], null);
        int last = Array.FindLastIndex(body, form.Fits);
        for (int i = 0; i < body.Length; i++)
        {
            if (form.Fits(body[i]))
                form.Rows.Add(body[i] with { Cells = body[i].Cells[..names.Length] });
            else if (body[i].IsComment || (i > last && body[i] is { IsTitle: true, Cells.Length: 1 }))
                form.LeftOut.Add(body[i]);
            else if (!body[i].IsEmpty)
                form = form with { Odd = form.Odd ?? body[i] };
        }
        return form.Odd is not { } odd ? form
            : form with
            {
                WrongLine = body.Count(line => line.Cells.Length == odd.Cells.Length) > Math.Max(1, form.Rows.Count) ? form.HeaderLine : odd.Number,
            };
    }

    // A separator at the end of a line is no cell.
    bool Fits(TableLine line) => line.Cells.Length >= Header.Length && line.Cells.AsSpan(Header.Length).ContainsAnyExcept("") == false
        && (Header.Length == 1 ? !line.IsComment : !line.IsEmpty);

    /// <summary>The line to leave out where another length than expected is an error: the header itself where most lines are longer.</summary>
    public int WrongLine { get; private init; }

    // Titles are fewer than the lines below them; a table of one column has nothing but such lines.
    static int First(IReadOnlyList<TableLine> lines)
    {
        int plain = Math.Max(0, Position(line => line is { IsComment: false, IsEmpty: false })),
            wide = Position(line => line is { IsComment: false, IsEmpty: false, IsTitle: false } && line.Cells.Length > 1);
        return wide > plain && lines.Skip(wide + 1).Count(line => line.Cells.Length >= lines[wide].Cells.Length) >= wide - plain ? wide : plain;

        int Position(Func<TableLine, bool> fits) => lines.Index().Where(at => fits(at.Item)).Select(at => at.Index).DefaultIfEmpty(-1).First();
    }

    // NumPy writes its header as a comment.
    static int? Commented(IReadOnlyList<TableLine> lines, int first) =>
        first > 0 && lines[first - 1] is { IsComment: true } above && above.Cells.Length == lines[first].Cells.Length && lines[first].HasNumber
            ? first - 1 : null;

    // R does not name the column of its row names, which are all different: words, or the numbers from 1 on.
    static bool NamesAllButRows(string[] names, TableLine[] body)
    {
        TableLine[] longer = [.. body.Where(line => line.Cells.Length == names.Length + 1 && line.Cells[^1].Length > 0)];
        return names.Length > 1 && longer.Length > 1 && !body.Any(line => line.Cells.Length == names.Length)
            && longer.DistinctBy(line => line.Cells[0]).Count() == longer.Length
            && (!longer.Any(line => TableLine.IsNumber(line.Cells[0]))
                || longer.Index().All(line => line.Item.Cells[0] == string.Create(CultureInfo.InvariantCulture, $"{line.Index + 1}")));
    }
}
