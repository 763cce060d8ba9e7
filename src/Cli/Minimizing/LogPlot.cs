using System.Globalization;

namespace ParityNet.Cli.Minimizing;

/// <summary>A picture in characters of positive numbers against their index, on a logarithmic scale.</summary>
static class LogPlot
{
    const int Width = 72, Height = 14;

    // What is 0 lies below every logarithm; this is the smallest that is shown.
    const double Lowest = 1e-18;

    public static IEnumerable<string> Lines(params (string Name, char Mark, double[] Numbers)[] series)
    {
        double[] logarithms = [.. series.SelectMany(one => one.Numbers).Where(double.IsFinite).Select(Logarithm)];
        if (logarithms.Length == 0)
            yield break;
        double low = Math.Floor(logarithms.Min()), high = Math.Max(low + 1, Math.Ceiling(logarithms.Max()));
        int count = series.Max(one => one.Numbers.Length), width = Math.Min(Width, count);
        var cells = new char[Height, width];
        foreach ((string _, char mark, double[] numbers) in series)
            for (int column = 0; column < width; column++)
            {
                double number = numbers[width == 1 ? 0 : (int)Math.Round((double)column * (numbers.Length - 1) / (width - 1))];
                if (double.IsFinite(number))
                    cells[(int)Math.Round((high - Logarithm(number)) / (high - low) * (Height - 1)), column] = mark;
            }
        yield return string.Join("   ", series.Select(one => $"{one.Mark} {one.Name}"));
        for (int row = 0; row < Height; row++)
        {
            string label = row == 0 ? Label(high) : row == Height - 1 ? Label(low) : "";
            yield return $"{label,7} │{Row(cells, row)}";
        }
        yield return $"{"",7} └{new string('─', width)} {count - 1}";
    }

    /// <summary>One row of a picture, without what is empty at its end.</summary>
    public static string Row(char[,] cells, int row) => string.Concat(
        Enumerable.Range(0, cells.GetLength(1)).Select(column => cells[row, column] is '\0' ? ' ' : cells[row, column])).TrimEnd();

    static string Label(double exponent) => $"1e{exponent.ToString("0", CultureInfo.InvariantCulture)}";

    static double Logarithm(double number) => Math.Log10(Math.Max(Math.Abs(number), Lowest));
}
