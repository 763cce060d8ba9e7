using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>MINPACK's <c>lmder</c>, one iteration a step.</summary>
sealed class LevenbergMarquardtMethod(LevenbergMarquardt spec, RobustSquares robust) : Method
{
    const string Residuals = "residuals", Jacobian = "jacobian", Scale = "scale", Radius = "radius", Damping = "damping";

    const double Epsilon = 1.0 / (1L << 52), Least = 1e-4;

    public override MinimizerState<double> Init(Oracle oracle, double[] start)
    {
        (double[] r, Matrix j) = SquaresAt(oracle, start);
        double[] gradient = j.TransposedTimes(Vectors.Times(2, r));
        MinimizerState<double> state = State(oracle, start, Vectors.Dot(r, r), gradient, Vectors.MaxAbs(gradient)).With(Residuals, r)
            .With(Jacobian, j);
        var scale = new double[start.Length];
        for (int i = 0; i < scale.Length; i++)
            scale[i] = Column(j, i) is > 0 and var norm ? norm : 1;
        double size = Scaled(scale, start);
        return state.With(Scale, scale).With(Radius, size > 0 ? spec.Factor * size : spec.Factor).With(Damping, 0);
    }

    public override MinimizerState<double> Step(Oracle oracle, MinimizerState<double> state)
    {
        double[] x = [.. state.Point], r = Squares.Tall(state.Flat(Residuals), x.Length), scale = state.Flat(Scale).ToArray();
        var qr = new PivotedQr(Squares.Tall(state.Matrix(Jacobian)!));
        double[] transformed = qr.TransposedTimes(r);
        double norm = Vectors.Norm(r), radius = state.Number(Radius), damping = state.Number(Damping), cosine = Cosine(qr, transformed, norm);
        if (cosine <= spec.GradientTolerance)
            return Ended(state, StopReason.GradientNorm, FormattableString.Invariant(
                $"The residuals are orthogonal to the Jacobian: the largest cosine is {cosine:R}, the tolerance {spec.GradientTolerance:R}."));
        for (int i = 0; i < x.Length; i++)
            scale[i] = Math.Max(scale[i], qr.Norms[i]);
        var linear = new DampedSquares(qr, transformed, scale);
        double size = Scaled(scale, x);
        while (true)
        {
            (damping, double[] p) = linear.Within(radius, damping);
            double length = Scaled(scale, p);
            if (!double.IsFinite(length) || !double.IsFinite(damping))
                return Ended(state, StopReason.Step, FormattableString.Invariant(
                    $"A trust region of {radius:R} allows no step in double precision."));
            if (state.Iteration == 0)
                radius = Math.Min(radius, length);
            double[] moved = Vectors.Minus(x, p);
            oracle.Round(moved);
            double[] raw = oracle.Residuals(moved), next = robust.Values(raw);
            double nextNorm = Vectors.Norm(next) is var n && double.IsNaN(n) ? double.PositiveInfinity : n;
            double actual = 0.1 * nextNorm < norm ? 1 - nextNorm / norm * (nextNorm / norm) : -1;
            double model = linear.ModelNorm(p) / norm, damped = Math.Sqrt(damping) * length / norm;
            double predicted = model * model + 2 * damped * damped, slope = -(model * model + damped * damped);
            double ratio = predicted == 0 ? 0 : actual / predicted;
            if (ratio <= 0.25)
            {
                double factor = actual >= 0 ? 0.5 : 0.5 * slope / (slope + 0.5 * actual);
                if (0.1 * nextNorm >= norm || factor < 0.1)
                    factor = 0.1;
                (radius, damping) = (factor * Math.Min(radius, 10 * length), damping / factor);
            }
            else if (damping == 0 || ratio >= 0.75)
                (radius, damping) = (2 * length, damping / 2);
            bool isTaken = ratio >= Least;
            if (isTaken)
            {
                state = Moved(oracle, state, moved, raw, next, ratio);
                size = Scaled(scale, moved);
            }
            state = state.With(Scale, scale).With(Radius, radius).With(Damping, damping);
            state = Tested(state, Math.Abs(actual), predicted, ratio, radius, size);
            if (isTaken || state.Stopped is not null)
                return state;
        }
    }

    MinimizerState<double> Moved(Oracle oracle, MinimizerState<double> state, double[] x, double[] raw, double[] residuals, double ratio)
    {
        Matrix jacobian = robust.Derivatives(raw, Rows(oracle.Jacobian(x), raw));
        double[] gradient = jacobian.TransposedTimes(Vectors.Times(2, residuals));
        MinimizerState<double> next = (state with
        {
            Point = [.. x],
            Value = Vectors.Dot(residuals, residuals),
            Gradient = [.. gradient],
            GradientNorm = Vectors.MaxAbs(gradient),
            Iteration = state.Iteration + 1,
            StepLength = ratio,
        }).With(Residuals, residuals).With(Jacobian, jacobian);
        return Vectors.AreFinite(jacobian.Elements) ? next
            : Ended(next, StopReason.NotFinite, "The Jacobian must be finite: expected finite numbers, got one that is not.");
    }

    MinimizerState<double> Tested(MinimizerState<double> state, double actual, double predicted, double ratio, double radius, double size) =>
        state.Stopped is not null ? state
        : actual <= spec.ValueTolerance && predicted <= spec.ValueTolerance && ratio <= 2
            ? Ended(state, StopReason.Value, FormattableString.Invariant(
            $"Actual and predicted relative reduction are at most the tolerance {spec.ValueTolerance:R}: {actual:R} and {predicted:R}."))
        : radius <= spec.StepTolerance * size ? Ended(state, StopReason.Step, FormattableString.Invariant(
            $"The trust region is small enough: {radius:R}, the tolerance {spec.StepTolerance:R} times {size:R}."))
        : actual <= Epsilon && predicted <= Epsilon && ratio <= 2
            ? Ended(state, StopReason.Value, "The value cannot become smaller in double precision.")
        : radius <= Epsilon * size ? Ended(state, StopReason.Step, "The point cannot be improved in double precision.")
        : state;

    (double[] R, Matrix J) SquaresAt(Oracle oracle, double[] x)
    {
        double[] raw = oracle.Residuals(x);
        return (robust.Values(raw), robust.Derivatives(raw, Rows(oracle.Jacobian(x), raw)));
    }

    static Matrix Rows(Matrix jacobian, double[] residuals) => jacobian.Rows == residuals.Length ? jacobian
        : throw new ArgumentException($"jacobian must hold one row per residual: expected {residuals.Length}, got {jacobian.Rows}.");

    // The largest cosine of the angle between the residuals and a column of the Jacobian.
    static double Cosine(PivotedQr qr, double[] transformed, double norm)
    {
        double largest = 0;
        for (int j = 0; j < qr.Order.Length && norm > 0; j++)
        {
            double sum = 0, column = qr.Norms[qr.Order[j]];
            for (int i = 0; i <= j; i++)
                sum += qr[i, j] * (transformed[i] / norm);
            if (column != 0)
                largest = Math.Max(largest, Math.Abs(sum / column));
        }
        return largest;
    }

    static double Column(Matrix j, int column)
    {
        var elements = new double[j.Rows];
        for (int i = 0; i < j.Rows; i++)
            elements[i] = j[i, column];
        return Vectors.Norm(elements);
    }

    static double Scaled(double[] scale, double[] x)
    {
        var scaled = new double[x.Length];
        for (int i = 0; i < x.Length; i++)
            scaled[i] = scale[i] * x[i];
        return Vectors.Norm(scaled);
    }
}
