using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>A trust region around a quadratic model that conjugate gradients minimize.</summary>
sealed class NewtonCgMethod(NewtonCg spec) : Method
{
    const string Radius = "radius";

    public override MinimizerState<double> Init(Oracle oracle, double[] start)
    {
        (double value, double[] gradient) = oracle.ValueAndGradient(start);
        return IfFlat(State(oracle, start, value, gradient, Vectors.MaxAbs(gradient)).With(Radius, Math.Min(spec.TrustRadius, spec.MaxTrustRadius)));
    }

    public override MinimizerState<double> Step(Oracle oracle, MinimizerState<double> state)
    {
        double[] x = [.. state.Point], gradient = [.. state.Gradient];
        double radius = state.Number(Radius);
        (double[] s, double predicted, bool isAtBoundary) = new ModelDescent(oracle, x, gradient).Within(radius);
        double[] moved = [.. x];
        Vectors.Add(moved, 1, s);
        oracle.Round(moved);
        if (!(predicted > 0) || moved.AsSpan().SequenceEqual(x))
            return Ended(state, StopReason.NoDecrease, FormattableString.Invariant(
                $"No smaller value was found in the trust region; the largest element of the gradient is {state.GradientNorm:R}."));
        double value = oracle.Value(moved), actual = state.Value - value;
        if (double.IsNegativeInfinity(value))
            return Ended(state, StopReason.Unbounded, "The value falls without end: the objective has no minimum.");
        // Below the rounding of the value, the ratio says nothing.
        bool isNoise = Math.Max(predicted, Math.Abs(actual)) <= 10 * oracle.Epsilon * Math.Abs(state.Value);
        double ratio = isNoise && actual >= 0 ? 1 : double.IsNaN(actual) ? -1 : actual / predicted;
        if (ratio < 0.25)
            radius = Math.Min(radius, Vectors.Norm(s)) / 4;
        else if (ratio > 0.75 && isAtBoundary)
            radius = Math.Min(2 * radius, spec.MaxTrustRadius);
        MinimizerState<double> next = (state with { Iteration = state.Iteration + 1, StepLength = ratio }).With(Radius, radius);
        return ratio > spec.Acceptance && oracle.Gradient(moved) is var there && Vectors.AreFinite(there)
            ? IfDone(IfFlat(next with { Point = [.. moved], Value = value, Gradient = [.. there], GradientNorm = Vectors.MaxAbs(there) }), s, actual)
            : next;
    }

    MinimizerState<double> IfFlat(MinimizerState<double> state) => state.Stopped is null && state.GradientNorm <= spec.GradientTolerance
        ? Ended(state, StopReason.GradientNorm, FormattableString.Invariant(
            $"The gradient is small enough: its largest element is {state.GradientNorm:R}, the tolerance {spec.GradientTolerance:R}."))
        : state;

    MinimizerState<double> IfDone(MinimizerState<double> state, double[] s, double change)
    {
        double step = Vectors.MaxAbs(s), size = Math.Max(1, Vectors.MaxAbs(state.Point.AsSpan())), scale = Math.Max(1, Math.Abs(state.Value));
        return state.Stopped is not null ? state
            : step <= spec.StepTolerance * size ? Ended(state, StopReason.Step, FormattableString.Invariant(
                $"The step is small enough: its largest element is {step:R}, the tolerance {spec.StepTolerance:R} times {size:R}."))
            : spec.ValueTolerance > 0 && Math.Abs(change) <= spec.ValueTolerance * scale ? Ended(state, StopReason.Value, FormattableString.Invariant(
                $"The change of the value is small enough: it is {Math.Abs(change):R}, the tolerance {spec.ValueTolerance:R} times {scale:R}."))
            : state;
    }
}
