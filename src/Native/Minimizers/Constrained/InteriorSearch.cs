using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>Shortens a step until the filter accepts it; a second-order correction is tried first where the full step raises the violation.</summary>
sealed class InteriorSearch(
    Oracle oracle, ConstraintSet constraints, KktSystem system, InteriorIterate here, Matrix jacobian, double[] gradient, double[] z, double mu,
    Filter filter)
{
    // A step is one of type f, judged by the value alone, where the value promises more than this power of the violation.
    const double ViolationPower = 1.1, ValuePower = 2.3, Armijo = 1e-8;
    const int MostHalvings = 60;

    readonly double violation = here.Violation, barrier = here.Barrier(mu);

    public InteriorStep? Run(double fraction)
    {
        double[] target = Target(here.Residual);
        (double[] dx, double[] nextZ, double[] nu) = system.Solve(gradient, target, here.H);
        if (!Vectors.AreFinite(dx) || !Vectors.AreFinite(nextZ) || !Vectors.AreFinite(nu))
            return null;
        double[] ds = SlackStep(dx, here.Residual);
        double longest = Longest(here.S, ds, fraction), dual = Longest(z, Vectors.Minus(nextZ, z), fraction), slope = Vectors.Dot(gradient, dx);
        for (int i = 0; i < ds.Length; i++)
            slope -= mu * ds[i] / here.S[i];
        double length = longest;
        for (int halvings = 0; halvings < MostHalvings; halvings++, length /= 2)
        {
            InteriorIterate trial = At(dx, ds, length);
            if (trial.X.AsSpan().SequenceEqual(here.X) && halvings > 0)
                return null;
            if (Accepts(trial, length, slope) is { } next)
                return new(trial, length, dual, nextZ, nu, next);
            if (halvings == 0 && trial.IsFinite && trial.Violation >= violation && Corrected(trial, longest, fraction, slope) is { } corrected)
                return corrected with { DualLength = dual, Z = nextZ, Nu = nu };
        }
        return null;
    }

    InteriorStep? Corrected(InteriorIterate trial, double length, double fraction, double slope)
    {
        double[] residual = [.. here.Residual.Zip(trial.Residual, (a, b) => length * a + b)], h = [.. here.H.Zip(trial.H, (a, b) => length * a + b)];
        double[] dx = system.Solve(gradient, Target(residual), h).Step, ds = SlackStep(dx, residual);
        if (!Vectors.AreFinite(dx))
            return null;
        double longest = Longest(here.S, ds, fraction);
        InteriorIterate corrected = At(dx, ds, longest);
        return Accepts(corrected, length, slope) is { } next ? new(corrected, longest, 0, [], [], next) : null;
    }

    // The filter after the step where it is accepted, else null.
    Filter? Accepts(InteriorIterate trial, double length, double slope)
    {
        if (!trial.IsFinite)
            return null;
        double nextViolation = trial.Violation, nextBarrier = trial.Barrier(mu), noise = 10 * oracle.Epsilon * Math.Abs(barrier);
        if (!double.IsFinite(nextBarrier) || !filter.Accepts(nextViolation, nextBarrier))
            return null;
        bool isOfTypeF = slope < 0 && length * Math.Pow(-slope, ValuePower) > Math.Pow(violation, ViolationPower);
        if (isOfTypeF && violation <= 1e-4 * Math.Max(1, violation))
            return nextBarrier - noise <= barrier + Armijo * length * slope ? filter : null;
        return Filter.Improves(nextViolation, nextBarrier - noise, violation, barrier) ? filter.With(violation, barrier) : null;
    }

    InteriorIterate At(double[] dx, double[] ds, double length)
    {
        double[] x = [.. here.X], s = [.. here.S];
        Vectors.Add(x, length, dx);
        Vectors.Add(s, length, ds);
        oracle.Round(x);
        InteriorIterate at = InteriorIterate.Of(oracle, constraints, x, s);
        // A slack below what the constraint leaves would only count as violation.
        return at with { S = [.. s.Zip(at.C, (slack, c) => Math.Max(slack, -c))] };
    }

    // With ds = μ/z − (s/z)z₊ the slacks leave the system: J dx − (s/z)z₊ = −(c + s) − μ/z.
    double[] Target(double[] residual) => [.. residual.Zip(z, (r, multiplier) => r + mu / multiplier)];

    // c + s + J dx + ds = 0.
    double[] SlackStep(double[] dx, double[] residual)
    {
        double[] ds = jacobian.Times(dx);
        for (int i = 0; i < ds.Length; i++)
            ds[i] = -ds[i] - residual[i];
        return ds;
    }

    // The largest part of a step that leaves a fraction of every number.
    static double Longest(double[] numbers, double[] step, double fraction)
    {
        double longest = 1;
        for (int i = 0; i < numbers.Length; i++)
            if (step[i] < 0)
                longest = Math.Min(longest, -fraction * numbers[i] / step[i]);
        return longest;
    }
}
