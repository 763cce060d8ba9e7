using ParityNet.Minimizers;

namespace ParityNet.Native.Minimizers;

/// <summary>Runs the line search that a spec describes.</summary>
static class LineSearch
{
    // Halvings after which a value that is not finite has no finite neighbour in double precision.
    const int MostHalvings = 1100;

    /// <summary>Looks for a step length.</summary>
    /// <param name="spec">The search.</param>
    /// <param name="line">The line.</param>
    /// <param name="first">The first step length to try.</param>
    public static LineResult Run(LineSearchSpec spec, Line line, double first)
    {
        double t = Math.Min(first, line.Longest);
        return spec switch
        {
            FixedStep s => Fixed(line, Math.Min(s.LearningRate, line.Longest)),
            Backtracking s => BacktrackingSearch.Run(s, line, t),
            WeakWolfe s => WeakWolfeSearch.Run(s, line, t),
            StrongWolfe s => Within(line, t, (from, _) => Finite(StrongWolfeSearch.Run(line, from, s.Decrease, s.Curvature, 0, s.MaxIterations))),
            MoreThuente s => Within(line, t, (from, longest) => MoreThuenteSearch.Run(s, line, from, longest)),
            _ => throw new NotSupportedException($"The native backend must have {spec.Name}: expected a line in {nameof(LineSearch)}, got none."),
        };
    }

    static LineResult Finite(LineResult result) => result.Point is { IsFinite: false } ? new(LineEnd.None) : result;

    static LineResult Fixed(Line line, double t) => line.At(t) switch
    {
        { F: double.NegativeInfinity } => new(LineEnd.Unbounded),
        { IsFinite: true } point => new(LineEnd.Satisfied, point),
        _ => new(LineEnd.None),
    };

    // Interpolation needs finite values: the step is halved until the first of them is.
    static LineResult Within(Line line, double t, Func<LinePoint, double, LineResult> search)
    {
        LinePoint point = line.At(t);
        double longest = line.Longest;
        for (int halvings = 0; !point.IsFinite; halvings++)
        {
            if (double.IsNegativeInfinity(point.F))
                return new(LineEnd.Unbounded);
            longest = t;
            t /= 2;
            if (halvings == MostHalvings || line.Stays(t))
                return new(LineEnd.None);
            point = line.At(t);
        }
        return search(point, longest);
    }
}
