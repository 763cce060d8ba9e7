using System.Globalization;

namespace ParityNet.Cli.Minimizing;

/// <summary>A picture in characters of a path in the plane: <c>o</c> where it begins, <c>x</c> where it ends.</summary>
static class PathPlot
{
    const int Width = 60, Height = 18;

    public static IEnumerable<string> Lines((double X, double Y)[] points)
    {
        (double X, double Y)[] path = [.. points.Where(point => double.IsFinite(point.X) && double.IsFinite(point.Y))];
        if (path.Length < 2)
            yield break;
        (double left, double right) = Range([.. path.Select(point => point.X)]);
        (double bottom, double top) = Range([.. path.Select(point => point.Y)]);
        var cells = new char[Height, Width];
        for (int i = 0; i < path.Length; i++)
        {
            int column = (int)Math.Round((path[i].X - left) / (right - left) * (Width - 1));
            int row = (int)Math.Round((top - path[i].Y) / (top - bottom) * (Height - 1));
            cells[row, column] = i == 0 ? 'o' : i == path.Length - 1 ? 'x' : cells[row, column] is 'o' ? 'o' : '.';
        }
        yield return $"x₁ from {Text(left)} to {Text(right)}, x₂ from {Text(bottom)} to {Text(top)}; o start, x end";
        for (int row = 0; row < Height; row++)
            yield return $"{"",7} │{LogPlot.Row(cells, row)}";
        yield return $"{"",7} └{new string('─', Width)}";
    }

    static (double Low, double High) Range(double[] numbers) => numbers.Min() < numbers.Max()
        ? (numbers.Min(), numbers.Max())
        : (numbers.Min() - 1, numbers.Min() + 1);

    static string Text(double number) => number.ToString("G4", CultureInfo.InvariantCulture);
}
