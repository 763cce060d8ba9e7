using ParityNet.Minimizers;

namespace ParityNet.Native.Minimizers;

/// <summary>The search of Moré and Thuente, 1994, as MINPACK-2's <c>dcsrch</c>.</summary>
static class MoreThuenteSearch
{
    // The factors by which a step without a bracket grows, and by how much two steps must shrink a bracket.
    const double Least = 1.1, Most = 4, Shrink = 0.66;

    // Beyond this step length a function that still falls has no minimum.
    const double Longest = 1e100;

    public static LineResult Run(MoreThuente spec, Line line, LinePoint first, double longest)
    {
        double start = line.Start.F, promised = spec.Decrease * line.Start.Slope, limit = Math.Min(longest, Longest);
        End x = new(0, start, line.Start.Slope), y = x;
        bool hasBracket = false, isFirstStage = true;
        double width = limit, width1 = 2 * width, low = 0, high = Math.Min(limit, (1 + Most) * first.T);
        LinePoint point = first, best = line.Start;
        for (int trial = 0; ; trial++)
        {
            double test = line.Bound(point.T, spec.Decrease);
            if (double.IsNegativeInfinity(point.F))
                return new(LineEnd.Unbounded);
            if (point.F < best.F)
                best = point;
            if (point.F <= test && Math.Abs(point.Slope) <= -spec.Curvature * line.Start.Slope)
                return new(LineEnd.Satisfied, point);
            if (point.T == limit && point.F <= test && point.Slope <= promised)
                return limit == Longest ? new(LineEnd.Unbounded, point) : new(LineEnd.Satisfied, point);
            if (trial + 1 >= spec.MaxIterations || (hasBracket && (point.T <= low || point.T >= high)) || (trial > 0 && line.Stays(point.T)))
                return LineResult.Best(line, best);
            isFirstStage &= !(point.F <= test && point.Slope >= 0);
            End at = new(point.T, point.F, point.Slope);
            double t;
            if (isFirstStage && point.F <= x.F && point.F > test)
            {
                // Until the decrease is enough, the search looks at the function without the decrease that is asked for.
                End modifiedX = x.Less(promised), modifiedY = y.Less(promised);
                t = Next(ref modifiedX, ref modifiedY, at.Less(promised), ref hasBracket, low, high);
                (x, y) = (modifiedX.Less(-promised), modifiedY.Less(-promised));
            }
            else
                t = Next(ref x, ref y, at, ref hasBracket, low, high);
            if (hasBracket)
            {
                if (Math.Abs(y.T - x.T) >= Shrink * width1)
                    t = x.T + 0.5 * (y.T - x.T);
                (width1, width) = (width, Math.Abs(y.T - x.T));
                (low, high) = (Math.Min(x.T, y.T), Math.Max(x.T, y.T));
            }
            else
                (low, high) = (t + Least * (t - x.T), t + Most * (t - x.T));
            t = Math.Min(t, limit);
            if (hasBracket && (t <= low || t >= high))
                t = x.T;
            if (t <= 0)
                return LineResult.Best(line, best);
            point = line.At(t);
            if (!point.IsFinite && !double.IsNegativeInfinity(point.F))
            {
                // Beyond the domain: what is left of the search stays between the best step and this one.
                limit = x.T + (t - x.T) / 2;
                point = line.At(limit);
                if (!point.IsFinite)
                    return LineResult.Best(line, best);
            }
        }
    }

    /// <summary>An end of the bracket.</summary>
    readonly record struct End(double T, double F, double D)
    {
        public End Less(double slope) => new(T, F - T * slope, D - slope);
    }

    // The safeguarded step of dcstep; x is the end with the smallest value so far, y the other one.
    static double Next(ref End x, ref End y, End p, ref bool hasBracket, double low, double high)
    {
        double sign = p.D * (x.D / Math.Abs(x.D)), t;
        if (p.F > x.F)
        {
            double cubic = x.T + Cubic(x, p, p.T < x.T) * (p.T - x.T);
            double quadratic = x.T + x.D / ((x.F - p.F) / (p.T - x.T) + x.D) / 2 * (p.T - x.T);
            t = Math.Abs(cubic - x.T) <= Math.Abs(quadratic - x.T) ? cubic : cubic + (quadratic - cubic) / 2;
            hasBracket = true;
        }
        else if (sign < 0)
        {
            double cubic = p.T + Cubic(p, x, p.T > x.T) * (x.T - p.T), secant = p.T + p.D / (p.D - x.D) * (x.T - p.T);
            t = Math.Abs(cubic - p.T) > Math.Abs(secant - p.T) ? cubic : secant;
            hasBracket = true;
        }
        else if (Math.Abs(p.D) < Math.Abs(x.D))
        {
            double theta = 3 * (x.F - p.F) / (p.T - x.T) + x.D + p.D, s = Math.Max(Math.Abs(theta), Math.Max(Math.Abs(x.D), Math.Abs(p.D)));
            double gamma = s * Math.Sqrt(Math.Max(0, theta / s * (theta / s) - x.D / s * (p.D / s)));
            if (p.T > x.T)
                gamma = -gamma;
            double r = (gamma - p.D + theta) / (gamma + (x.D - p.D) + gamma);
            double cubic = r < 0 && gamma != 0 ? p.T + r * (x.T - p.T) : p.T > x.T ? high : low, secant = p.T + p.D / (p.D - x.D) * (x.T - p.T);
            bool isCubicNearer = Math.Abs(cubic - p.T) < Math.Abs(secant - p.T);
            t = isCubicNearer == hasBracket ? cubic : secant;
            t = !hasBracket ? Math.Clamp(t, low, high)
                : p.T > x.T ? Math.Min(p.T + Shrink * (y.T - p.T), t) : Math.Max(p.T + Shrink * (y.T - p.T), t);
        }
        else
            t = hasBracket ? p.T + Cubic(p, y, p.T > y.T) * (y.T - p.T) : p.T > x.T ? high : low;
        if (p.F > x.F)
            y = p;
        else
        {
            if (sign < 0)
                y = x;
            x = p;
        }
        return t;
    }

    // How far from a to b the cubic through both has its minimum, as a fraction.
    static double Cubic(End a, End b, bool negative)
    {
        double theta = 3 * (a.F - b.F) / (b.T - a.T) + a.D + b.D, s = Math.Max(Math.Abs(theta), Math.Max(Math.Abs(a.D), Math.Abs(b.D)));
        double gamma = s * Math.Sqrt(Math.Max(0, theta / s * (theta / s) - a.D / s * (b.D / s)));
        if (negative)
            gamma = -gamma;
        return (gamma - a.D + theta) / (gamma - a.D + gamma + b.D);
    }
}
