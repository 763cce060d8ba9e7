using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The primal–dual interior point method with a filter line search, after IPOPT.</summary>
sealed class InteriorPointMethod(InteriorPoint spec) : Method
{
    const string SlackSlot = "slacks", ZSlot = "z", NuSlot = "nu", BarrierSlot = "barrier", FilterSlot = "filter", ShiftSlot = "shift",
        LimitSlot = "max_violation";

    // The constants of IPOPT.
    const double FirstSlack = 1e-2, Scale = 100, Near = 10, Slower = 0.2, Faster = 1.5, LeastFraction = 0.99, Keep = 1e10, Farther = 1e4;

    public override MinimizerState<double> Init(Oracle oracle, double[] start)
    {
        var constraints = new ConstraintSet(oracle, start);
        double[] x = constraints.Inside(start);
        oracle.Round(x);
        (double value, double[] gradient) = oracle.ValueAndGradient(x);
        double[] c = constraints.InequalitiesAt(x), h = constraints.EqualitiesAt(x);
        MinimizerState<double> state = State(oracle, x, value, gradient, Vectors.MaxAbs(gradient));
        if (!Vectors.AreFinite(c) || !Vectors.AreFinite(h))
            return Ended(state, StopReason.NotFinite, "The constraints must be finite at the start: expected finite numbers, got one that is not.");
        double[] s = [.. c.Select(value => Math.Max(-value, value < 0 ? 0 : FirstSlack * Math.Max(1, value)))];
        state = state.With(SlackSlot, s).With(ZSlot, [.. s.Select(_ => 1.0)]).With(NuSlot, new double[h.Length]).With(BarrierSlot, spec.Barrier)
            .With(FilterSlot, (Matrix?)null).With(ShiftSlot, 0)
            .With(LimitSlot, Farther * Math.Max(1, new InteriorIterate(x, s, value, c, h).Violation));
        return state.Stopped is null ? Judged(oracle, constraints, state) : state;
    }

    public override MinimizerState<double> Step(Oracle oracle, MinimizerState<double> state)
    {
        double[] x = [.. state.Point], gradient = [.. state.Gradient], s = state.Flat(SlackSlot).ToArray();
        var constraints = new ConstraintSet(oracle, x);
        double[] z = state.Flat(ZSlot).ToArray(), nu = state.Flat(NuSlot).ToArray();
        double mu = state.Number(BarrierSlot);
        var here = new InteriorIterate(x, s, state.Value, constraints.InequalitiesAt(x), constraints.EqualitiesAt(x));
        Matrix jc = constraints.InequalityJacobian(x), jh = constraints.EqualityJacobian(x);
        Matrix hessian = constraints.Hessian(x, z, nu);
        double[] ratios = [.. s.Zip(z, (a, b) => a / b)];
        if (!Vectors.AreFinite(hessian.Elements))
            return Ended(state, StopReason.NotFinite, "The Hessian must be finite: expected finite numbers, got one that is not.");
        if (KktSystem.Of(hessian, jc, ratios, jh, mu, state.Number(ShiftSlot)) is not { } system)
            return Restored(oracle, constraints, state, here);
        var filter = new Filter(state.Matrix(FilterSlot), state.Number(LimitSlot));
        if (new InteriorSearch(oracle, constraints, system, here, jc, gradient, z, mu, filter).Run(Math.Max(LeastFraction, 1 - mu)) is not { } found)
            return Restored(oracle, constraints, state, here);
        for (int i = 0; i < s.Length; i++)
        {
            double next = z[i] + found.DualLength * (found.Z[i] - z[i]), centre = mu / found.Point.S[i];
            z[i] = Math.Clamp(next, centre / Keep, centre * Keep);
        }
        for (int k = 0; k < nu.Length; k++)
            nu[k] += found.Length * (found.Nu[k] - nu[k]);
        return Judged(oracle, constraints, Moved(oracle, state, found.Point, z, nu, found.Filter, found.Length).With(ShiftSlot, system.Shift));
    }

    static MinimizerState<double> Moved(
        Oracle oracle, MinimizerState<double> state, InteriorIterate point, double[] z, double[] nu, Filter filter, double length) => (state with
        {
            Point = [.. point.X],
            Value = point.F,
            Gradient = [.. oracle.Gradient(point.X)],
            Iteration = state.Iteration + 1,
            StepLength = length,
        }).With(SlackSlot, point.S).With(ZSlot, z).With(NuSlot, nu).With(FilterSlot, filter.Entries);

    // Tests the first-order conditions, and lets μ fall where they hold well enough for it.
    MinimizerState<double> Judged(Oracle oracle, ConstraintSet constraints, MinimizerState<double> state)
    {
        double[] x = [.. state.Point], s = state.Flat(SlackSlot).ToArray(), z = state.Flat(ZSlot).ToArray(), nu = state.Flat(NuSlot).ToArray();
        if (!Vectors.AreFinite(state.Gradient.AsSpan()))
            return Ended(state, StopReason.NotFinite, "The gradient must be finite: expected finite numbers, got one that is not.");
        Matrix jc = constraints.InequalityJacobian(x);
        double[] stationarity = [.. state.Gradient], c = constraints.InequalitiesAt(x), h = constraints.EqualitiesAt(x);
        Vectors.Add(stationarity, 1, jc.TransposedTimes(z));
        Vectors.Add(stationarity, 1, constraints.EqualityJacobian(x).TransposedTimes(nu));
        double sizes = Vectors.SumAbs(z), all = sizes + Vectors.SumAbs(nu);
        double dual = Vectors.MaxAbs(stationarity) / (Math.Max(Scale, z.Length + nu.Length == 0 ? 0 : all / (z.Length + nu.Length)) / Scale);
        double scaleOfProducts = Math.Max(Scale, z.Length == 0 ? 0 : sizes / z.Length) / Scale;
        double primal = Math.Max(Vectors.MaxAbs([.. c.Zip(s, (a, b) => a + b)]), Vectors.MaxAbs(h)), mu = state.Number(BarrierSlot);
        double error = Error(0);
        state = state with { GradientNorm = error, Multipliers = constraints.Multipliers(x.Length, z, nu) };
        double largest = Math.Max(Vectors.MaxAbs(z), Vectors.MaxAbs(nu)), slope = Math.Max(1, Vectors.MaxAbs(state.Gradient.AsSpan()));
        bool isEndless = primal <= Math.Sqrt(spec.Tolerance) && largest > slope / spec.Tolerance;
        if (error <= spec.Tolerance || isEndless)
            return !isEndless && HasMultipliers(state, jc, s, z)
                ? Ended(state, StopReason.Kkt, FormattableString.Invariant(
                    $"The first-order conditions hold: their scaled residual is {error:R}, the tolerance {spec.Tolerance:R}."))
                : Ended(state, StopReason.NoMultipliers,
                    "The derivatives of the active constraints are dependent: multipliers grow without bound, and the point may still be a minimum.");
        while (mu > spec.Tolerance / Near && Error(mu) <= Near * mu)
        {
            mu = Math.Max(spec.Tolerance / Near, Math.Min(Slower * mu, Math.Pow(mu, Faster)));
            state = state.With(BarrierSlot, mu).With(FilterSlot, (Matrix?)null);
        }
        return state;

        double Error(double centre)
        {
            double products = 0;
            for (int i = 0; i < s.Length; i++)
                products = Math.Max(products, Math.Abs(s[i] * z[i] - centre));
            return Math.Max(Math.Max(dual, primal), products / scaleOfProducts);
        }
    }

    // At a point where active gradients are dependent, multipliers that balance ∇f may not exist; then they grow without bound.
    bool HasMultipliers(MinimizerState<double> state, Matrix jacobian, double[] s, double[] z)
    {
        double small = Math.Sqrt(spec.Tolerance);
        if (Vectors.MaxAbs(z) <= Math.Max(1, Vectors.MaxAbs(state.Gradient.AsSpan())) / small)
            return true;
        int[] active = [.. Enumerable.Range(0, s.Length).Where(i => z[i] > s[i])];
        var gradients = new Matrix(Math.Max(jacobian.Columns, active.Length), active.Length);
        for (int k = 0; k < active.Length; k++)
            for (int j = 0; j < jacobian.Columns; j++)
                gradients[j, k] = jacobian[active[k], j] / Vectors.Norm(jacobian.Row(active[k]));
        var qr = new PivotedQr(gradients);
        return active.Length <= jacobian.Columns && Math.Abs(qr.Diagonal[^1]) > small * Math.Abs(qr.Diagonal[0]);
    }

    // No step improves value or violation: the violation alone is minimized.
    MinimizerState<double> Restored(Oracle oracle, ConstraintSet constraints, MinimizerState<double> state, InteriorIterate here)
    {
        double allowed = spec.Tolerance * Math.Max(1, Vectors.MaxAbs(here.X));
        if (Vectors.MaxAbs(here.Residual) <= allowed && Vectors.MaxAbs(here.H) <= allowed)
            return Ended(state, StopReason.NoDecrease, FormattableString.Invariant(
                $"No step improves the value or the constraints; the scaled residual of the first-order conditions is {state.GradientNorm:R}."));
        double[] x = Restoration.From(constraints, here.X);
        oracle.Round(x);
        double[] c = constraints.InequalitiesAt(x), h = constraints.EqualitiesAt(x);
        double violation = Math.Max(c.Append(0).Max(), Vectors.MaxAbs(h)), before = Math.Max(here.C.Append(0).Max(), Vectors.MaxAbs(here.H));
        if (!(violation < 0.9 * before))
            return violation > allowed || double.IsNaN(violation)
                ? Ended(state, StopReason.Infeasible, FormattableString.Invariant(
                    $"The constraints must have a common solution: the largest violation has a minimum of {violation:R} near here."))
                : Ended(state, StopReason.NoDecrease, "No step improves the value or the constraints.");
        double mu = state.Number(BarrierSlot), slack = Math.Min(FirstSlack, mu);
        double[] s = [.. c.Select(value => Math.Max(-value, slack))];
        var point = new InteriorIterate(x, s, oracle.Value(x), c, h);
        return Judged(oracle, constraints, Moved(oracle, state, point, [.. s.Select(value => mu / value)], new double[h.Length], new(null, 0), 0));
    }
}
