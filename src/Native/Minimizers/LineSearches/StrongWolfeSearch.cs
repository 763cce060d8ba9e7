namespace ParityNet.Native.Minimizers;

/// <summary>Brackets a minimum and narrows the bracket by cubic interpolation, decision for decision as <c>torch.optim.LBFGS</c>.</summary>
static class StrongWolfeSearch
{
    /// <param name="line">The line.</param>
    /// <param name="point">The first trial point.</param>
    /// <param name="decrease">c₁.</param>
    /// <param name="curvature">c₂.</param>
    /// <param name="smallest">The bracket is narrow enough where no variable moves by this across it.</param>
    /// <param name="most">The maximum number of trial points after the first.</param>
    public static LineResult Run(Line line, LinePoint point, double decrease, double curvature, double smallest, int most)
    {
        LinePoint start = line.Start, last = start;
        int trials = 0;
        for (; trials < most; trials++)
        {
            if (!Falls(point) || (trials > 1 && point.F >= last.F))
                return Zoom(last, point);
            if (Flattens(point))
                return new(LineEnd.Satisfied, point);
            if (point.Slope >= 0)
                return Zoom(last, point);
            double next = Cubic(last, point, point.T + 0.01 * (point.T - last.T), 10 * point.T);
            (last, point) = (point, line.At(next));
        }
        return Ended(start, point);

        bool Falls(LinePoint at) => !(at.F > line.Bound(at.T, decrease));

        bool Flattens(LinePoint at) => Math.Abs(at.Slope) <= -curvature * start.Slope;

        LineResult Ended(LinePoint a, LinePoint b)
        {
            LinePoint lower = a.F <= b.F ? a : b;
            return double.IsNegativeInfinity(lower.F) ? new(LineEnd.Unbounded) : new(lower.T == 0 ? LineEnd.None : LineEnd.Smaller, lower);
        }

        LineResult Zoom(LinePoint first, LinePoint second)
        {
            // The bracket keeps its order: the interpolation rounds differently with the ends exchanged.
            LinePoint[] bracket = [first, second];
            int low = first.F <= second.F ? 0 : 1;
            bool isSlow = false;
            while (trials < most)
            {
                double left = Math.Min(bracket[0].T, bracket[1].T), right = Math.Max(bracket[0].T, bracket[1].T);
                if (Math.Abs(bracket[1].T - bracket[0].T) * line.Size < smallest || left == right)
                    break;
                double t = Cubic(bracket[0], bracket[1], left, right), near = 0.1 * (right - left);
                bool isNear = Math.Min(right - t, t - left) < near;
                if (isNear && (isSlow || t >= right || t <= left))
                {
                    t = Math.Abs(t - right) < Math.Abs(t - left) ? right - near : left + near;
                    isNear = false;
                }
                isSlow = isNear;
                LinePoint trial = line.At(t);
                trials++;
                int high = 1 - low;
                if (!Falls(trial) || trial.F >= bracket[low].F)
                {
                    bracket[high] = trial;
                    low = bracket[0].F <= bracket[1].F ? 0 : 1;
                    continue;
                }
                if (Flattens(trial))
                    return new(LineEnd.Satisfied, trial);
                if (trial.Slope * (bracket[high].T - bracket[low].T) >= 0)
                    bracket[high] = bracket[low];
                bracket[low] = trial;
            }
            return bracket[low].T == 0 ? new(LineEnd.None, bracket[low]) : new(LineEnd.Smaller, bracket[low]);
        }
    }

    // The minimum of the cubic through two values and derivatives, kept to an interval; its middle where the cubic has none.
    static double Cubic(LinePoint a, LinePoint b, double left, double right)
    {
        double mean = a.Slope + b.Slope - 3 * (a.F - b.F) / (a.T - b.T), square = mean * mean - a.Slope * b.Slope;
        if (!(square >= 0))
            return (left + right) / 2;
        double root = Math.Sqrt(square);
        double minimum = a.T <= b.T
            ? b.T - (b.T - a.T) * ((b.Slope + root - mean) / (b.Slope - a.Slope + 2 * root))
            : a.T - (a.T - b.T) * ((a.Slope + root - mean) / (a.Slope - b.Slope + 2 * root));
        // As Python's min and max, which keep their first argument where the other is NaN.
        double above = left > minimum ? left : minimum;
        return right < above ? right : above;
    }
}
