using System.Collections.Immutable;
using System.Globalization;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders what machines of different capabilities found as columns.</summary>
static class MixedView
{
    /// <summary>The capabilities, and the ops on which the columns differ.</summary>
    public static string Markdown(ImmutableArray<MixedColumn> columns)
    {
        Row[] rows = [.. Rows(columns)];
        Row[] apart = [.. rows.Where(row => !row.Same)];
        int all = Ops(rows), moved = Ops(apart), differ = Ops(rows.Where(row => row.Cases.Distinct().Count() > 1));
        return "# " + Count(columns.Length, "column") + $" of `{columns[0].Report.Setup.Command}`\n\n"
            + Rendering.Markdown.Table(["", .. columns.Select(column => column.Name)], 1 + columns.Length,
            [
                ["parts", .. columns.Select(column => string.Join(", ", column.Parts))],
                .. columns[0].Capability.Select((fact, i) => (string[])
                    [Rendering.Markdown.Cell(fact.What), .. columns.Select(column => Rendering.Markdown.Cell(column.Capability[i].Is))]),
                ["elements", .. columns.Select(column => Text(column.Report.Summary.Elements))],
                ["outside", .. columns.Select(column => Text(column.Report.Ops.Sum(op => op.Outside())))],
                ["laws broken", .. columns.Select(column => Text(column.Report.Laws.Count(law => law.IsBroken())))],
            ])
            + (differ == 0 ? "" : $"The columns judged other cases of {Count(differ, "op and type", "ops and types")}, "
                + "so that counts and errors differ for that reason too.\n\n")
            + $"Of {Count(all, "op and type", "ops and types")}, {all - moved} are the same in every column.\n"
            + (apart.Length == 0 ? "" : "\n" + Rendering.Markdown.Table(
                ["op", "type", "what", .. columns.Select(column => column.Name)], 3,
                apart.Select(row => (string[])[Rendering.Markdown.Cell(row.Op), row.Type, Rendering.Markdown.Cell(row.What), .. row.Values])));
    }

    /// <summary>Every op, element type and measure, with a value for each column.</summary>
    public static string Csv(ImmutableArray<MixedColumn> columns) => CsvView.Table(
        ["op", "type", "what", .. columns.Select(column => column.Name)],
        Rows(columns).Select(row => (object[])[row.Op, row.Type, row.What, .. row.Values]));

    sealed record Row(string Op, string Type, string What, string[] Values, long[] Cases)
    {
        public bool Same => Values.Distinct().Count() == 1;
    }

    static IEnumerable<Row> Rows(ImmutableArray<MixedColumn> columns) =>
        from name in columns.SelectMany(column => column.Report.Ops).Select(op => (op.Op, op.ElementType)).Distinct()
        let ops = columns.Select(column => column.Report.Ops.FirstOrDefault(op => (op.Op, op.ElementType) == name)).ToArray()
        from measure in Measures(ops)
        select new Row(name.Op, name.ElementType, measure.What, [.. ops.Select(op => op is null ? "" : measure.Of(op))],
            [.. ops.Select(op => op?.Cases ?? 0)]);

    static IEnumerable<(string What, Func<OpReport, string> Of)> Measures(IEnumerable<OpReport?> ops)
    {
        yield return ("elements", op => Text(op.Elements));
        yield return ("outside", op => Text(op.Outside()));
        yield return ("same bits", op => Text(op.Verdicts.Identical));
        foreach (string backend in ops.SelectMany(op => op?.Accuracy ?? []).Select(a => a.Backend).Distinct())
            yield return ($"largest error of {backend}, ULP", op => op.Accuracy.FirstOrDefault(a => a.Backend == backend) is { } accuracy
                ? accuracy.Max.ToString("R", CultureInfo.InvariantCulture) : "");
    }

    static int Ops(IEnumerable<Row> rows) => rows.DistinctBy(row => (row.Op, row.Type)).Count();

    static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";
}
