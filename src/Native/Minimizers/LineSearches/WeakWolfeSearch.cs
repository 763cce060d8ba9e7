using ParityNet.Minimizers;

namespace ParityNet.Native.Minimizers;

/// <summary>Bisects a bracket, or doubles the step while there is none.</summary>
static class WeakWolfeSearch
{
    public static LineResult Run(WeakWolfe spec, Line line, double first)
    {
        double low = 0, high = double.PositiveInfinity, t = first;
        LinePoint? best = null;
        for (int trial = 0; trial < spec.MaxIterations && !line.Stays(t); trial++)
        {
            LinePoint point = line.At(t);
            if (double.IsNegativeInfinity(point.F))
                return new(LineEnd.Unbounded);
            if (!point.IsFinite || point.F > line.Bound(t, spec.Decrease))
                high = t;
            else if (point.Slope >= spec.Curvature * line.Start.Slope || t == line.Longest)
                return new(LineEnd.Satisfied, point);
            else
                (low, best) = (t, point);
            t = double.IsInfinity(high) ? Math.Min(2 * t, line.Longest) : low + (high - low) / 2;
            if (t == low || t == high)
                break;
        }
        return double.IsInfinity(high) && best is not null ? new(LineEnd.Unbounded, best) : LineResult.Best(line, best);
    }
}
