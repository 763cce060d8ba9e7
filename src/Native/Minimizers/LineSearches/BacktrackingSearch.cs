using ParityNet.Minimizers;

namespace ParityNet.Native.Minimizers;

/// <summary>Shrinks the step until the value falls enough.</summary>
static class BacktrackingSearch
{
    public static LineResult Run(Backtracking spec, Line line, double first)
    {
        double t = first;
        for (int trial = 0; trial < spec.MaxIterations && !line.Stays(t); trial++, t *= spec.Contraction)
        {
            double value = line.ValueAt(t);
            if (double.IsNegativeInfinity(value))
                return new(LineEnd.Unbounded);
            if (value <= line.Bound(t, spec.Decrease) && line.At(t, value) is { IsFinite: true } point)
                return new(LineEnd.Satisfied, point);
        }
        return new(LineEnd.None);
    }
}
