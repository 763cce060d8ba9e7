using System.Globalization;
using System.Text.RegularExpressions;

namespace ParityNet.Cli.Tables;

/// <summary>Reads a column of dates as days since 1970-01-01.</summary>
static partial class Dates
{
    static readonly string[] Clock = ["H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF"];

    static readonly string[] Times =
        ["", .. Clock.Select(time => $" {time}"), .. Clock.Select(time => $"'T'{time}"), " h:mm tt", " h:mm:ss tt", " h:mmtt", " h:mm:sstt"];

    // With an offset from UTC.
    static readonly string[] Zoned =
        [.. Clock.SelectMany(time => (string[])[$" {time}", $"'T'{time}"]).SelectMany(time => (string[])[$"{time}K", $"{time} K", $"{time} 'UTC'"])];

    // Each is an order of year, month and day that a column follows throughout.
    static readonly (string Order, string[] Formats)[] Orders =
    [
        ("year-month-day", [.. With("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy MMM d", "yyyy-MMM-d"),
            .. from time in Zoned select "yyyy-M-d" + time, "yyyyMMdd'T'HHmmss", "yyyyMMdd'T'HHmmssK"]),
        ("day-month-year", [.. With("d.M.yyyy", "d.M.yy", "d/M/yy", "d/M/yyyy", "d-M-yyyy", "d MMM yyyy", "d-MMM-yyyy", "d-MMM-yy", "d MMM yy",
            "d MMMM yyyy", "ddd, d MMM yyyy", "dddd, d MMMM yyyy"), "d/MMM/yyyy:HH:mm:ss", "d/MMM/yyyy:HH:mm:ss K"]),
        ("month-day-year", [.. With("M/d/yyyy", "M/d/yy", "M-d-yyyy", "MMM d, yyyy", "MMMM d, yyyy", "ddd, MMM d, yyyy", "dddd, MMMM d, yyyy"),
            "ddd MMM d HH:mm:ss yyyy"]),
        ("year-month", ["yyyy-MM", "yyyy MMM", "yyyy-MMM"]),
        ("month-year", ["MMM yyyy", "MMMM yyyy", "MMM-yyyy", "MMM-yy", "MMM yy", "M/yyyy"]),
    ];

    /// <summary>The words of <c>--date-order</c>: the orders that the same cells may have.</summary>
    public static string[] Words { get; } = ["day-month-year", "month-day-year"];

    /// <summary>The days of a column in the one order that fits all cells.</summary>
    /// <param name="cells">The cells; none is empty.</param>
    /// <param name="preferred">The order of cells that fit two; null for none.</param>
    /// <param name="order">The order; null where the cells are no dates.</param>
    /// <returns>The days; null where the cells are no dates, or dates of two orders alike.</returns>
    public static double[]? Read(IReadOnlyList<string> cells, string? preferred, out string? order)
    {
        order = null;
        double[]? days = null;
        foreach ((string name, string[] formats) in Orders)
            if (Read(cells, formats) is { } read)
            {
                if (name == preferred)
                {
                    order = name;
                    return read;
                }
                bool differs = days is not null && !days.SequenceEqual(read);
                (order, days) = (order is null ? name : $"{order} or {name}", differs ? null : read);
                if (differs && preferred is null)
                    return null;
            }
        return days;
    }

    /// <summary>Whether a cell is a date in one order or another.</summary>
    public static bool IsDate(string cell) => Orders.Any(order => Read([cell], order.Formats) is not null);

    static double[]? Read(IReadOnlyList<string> cells, string[] formats)
    {
        var days = new double[cells.Count];
        // Most columns have one format throughout.
        string[] last = [formats[0]];
        for (int i = 0; i < days.Length; i++)
        {
            if (!IsOne(cells[i], last, out DateTime date))
            {
                if (!Start.IsMatch(cells[i]) || formats.FirstOrDefault(format => IsOne(cells[i], [format], out _)) is not { } found)
                    return null;
                last = [found];
                IsOne(cells[i], last, out date);
            }
            days[i] = (date - DateTime.UnixEpoch).TotalDays;
        }
        return cells.Count > 0 ? days : null;
    }

    static bool IsOne(string cell, string[] formats, out DateTime date) => DateTime.TryParseExact(cell, formats, CultureInfo.InvariantCulture,
        DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out date);

    static string[] With(params string[] dates) => [.. dates.SelectMany(date => Times.Select(time => date + time))];

    // A day, a year or the name of a month or weekday comes first.
    [GeneratedRegex(@"^([0-9]{1,8}[-/. T]|[A-Za-z]{3,9},?[ -])")]
    static partial Regex Start { get; }
}
