using System.Globalization;

namespace ParityNet.Reports.Rendering;

/// <summary>Renders a report as tables of comma-separated values (RFC 4180, UTF-8, line feeds), for a spreadsheet or a data frame.</summary>
/// <remarks>Numbers have the shortest form that reads back to the same bits; an infinity is <c>Infinity</c>.</remarks>
public static class CsvView
{
    /// <summary>One row per op, element type and backend.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string Ops(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Table(
            [
                "kind", "op", "type", "backend", "cases", "elements", "identical", "both_inside", "inside", "first_outside", "second_outside",
                "both_outside", "known_difference", "weak", "overflows_on_the_way", "underflows_on_the_way", "same_bits_percent", "p50_ulp",
                "p99_ulp", "max_ulp", "bits_lost", "correctly_rounded_percent", "digits_lost", "median_width_ulp", "p95_width_ulp", "used_fraction",
            ],
            from op in report.Ops
            from a in op.Accuracy
            let v = op.Verdicts
            select (object[])
            [
                op.Kind, op.Op, op.ElementType, a.Backend, op.Cases, op.Elements, v.Identical, v.BothInside, v.Inside, v.FirstOutside,
                v.SecondOutside, v.BothOutside, v.KnownDifference, v.Weak, v.OverflowsOnTheWay, v.UnderflowsOnTheWay, op.BitsEqualPercent, a.P50,
                a.P99, a.Max, a.Bits, a.CorrectlyRoundedPercent, op.DigitsLost.Where(lost => lost.Backend == a.Backend).Sum(lost => lost.Elements),
                op.Bound.MedianWidth, op.Bound.P95Width, op.Bound.UsedFraction,
            ]);
    }

    /// <summary>One row per law, op, element type and backend.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string Laws(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Table(["law", "kind", "op", "type", "backend", "cases", "broken", "known"], report.Laws.Select(law => (object[])
            [law.Name, law.Kind, law.Op, law.ElementType, law.Backend, law.Cases, law.Broken, law.Known ?? ""]));
    }

    /// <summary>One row per worst case, with the command that reruns it.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The text of the file.</returns>
    public static string WorstCases(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Table(
            [
                "op", "type", "backend", "quantity", "index", "ulp", "verdict", "computed", "computed_hex", "expected", "expected_hex", "low_hex",
                "high_hex", "spec", "replay",
            ],
            from op in report.Ops
            from worst in op.Worst
            let own = worst.Own()
            select (object[])
            [
                op.Op, op.ElementType, worst.Backend, worst.Quantity, worst.Index, worst.Ulps, worst.Verdict, own?.Decimal ?? "", own?.Hex ?? "",
                worst.Expected.Decimal, worst.Expected.Hex, worst.Low.Hex, worst.High.Hex, worst.Spec, worst.Replay,
            ]);
    }

    internal static string Table(string[] header, IEnumerable<object[]> rows) =>
        string.Concat(rows.Prepend(header).Select(row => string.Join(',', row.Select(Field)) + "\n"));

    static string Field(object value)
    {
        string text = value is double number ? number.ToString("R", CultureInfo.InvariantCulture)
            : Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
