using System.Globalization;

namespace ParityNet.Cli.Tables;

/// <summary>Reads a column of dates as days since 1970-01-01.</summary>
static class Dates
{
    static readonly string[] Times = ["", " H:mm", " H:mm:ss", " H:mm:ss.FFFFFFF", "'T'H:mm", "'T'H:mm:ss", "'T'H:mm:ss.FFFFFFF"];

    // Each is an order of year, month and day that a column follows throughout.
    static readonly (string Order, string[] Formats)[] Orders =
    [
        ("year-month-day", [.. With("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy MMM d"), "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"]),
        ("day-month-year", With("d.M.yyyy", "d/M/yyyy", "d-M-yyyy", "d MMM yyyy", "d-MMM-yyyy", "d MMMM yyyy")),
        ("month-day-year", With("M/d/yyyy", "M-d-yyyy", "MMM d, yyyy", "MMMM d, yyyy")),
    ];

    /// <summary>The days of a column in the one order that fits all cells.</summary>
    /// <param name="cells">The cells; none is empty.</param>
    /// <param name="order">The order; null where the cells are no dates.</param>
    /// <returns>The days; null where the cells are no dates, or dates of two orders alike.</returns>
    public static double[]? Read(IReadOnlyList<string> cells, out string? order)
    {
        order = null;
        double[]? days = null;
        foreach ((string name, string[] formats) in Orders)
            if (Read(cells, formats) is { } read)
            {
                bool differs = days is not null && !days.SequenceEqual(read);
                (order, days) = (order is null ? name : $"{order} or {name}", differs ? null : read);
                if (differs)
                    return null;
            }
        return days;
    }

    static double[]? Read(IReadOnlyList<string> cells, string[] formats)
    {
        var days = new double[cells.Count];
        for (int i = 0; i < days.Length; i++)
        {
            if (!char.IsAsciiLetterOrDigit(cells[i][0]) || !DateTime.TryParseExact(cells[i], formats, CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out DateTime date))
                return null;
            days[i] = (date - DateTime.UnixEpoch).TotalDays;
        }
        return cells.Count > 0 ? days : null;
    }

    static string[] With(params string[] dates) => [.. dates.SelectMany(date => Times.Select(time => date + time))];
}
