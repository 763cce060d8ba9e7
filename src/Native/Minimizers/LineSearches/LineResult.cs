namespace ParityNet.Native.Minimizers;

/// <summary>The result of a line search.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Point">The point; null where none was found.</param>
sealed record LineResult(LineEnd End, LinePoint? Point = null)
{
    /// <summary>The best point that a search met before it gave up.</summary>
    public static LineResult Best(Line line, LinePoint? point) =>
        point is { IsFinite: true, T: > 0 } && point.F < line.Start.F ? new(LineEnd.Smaller, point) : new(LineEnd.None);
}
