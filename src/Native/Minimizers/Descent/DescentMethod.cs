using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>A method that takes a direction in which the value falls and searches along it.</summary>
abstract class DescentMethod(DescentSpec spec, LineSearchSpec search) : Method
{
    /// <summary>The line search.</summary>
    protected LineSearchSpec Search => search;

    public override MinimizerState<double> Init(Oracle oracle, double[] start)
    {
        oracle.Round(start);
        (double value, double[] gradient) = oracle.ValueAndGradient(start);
        MinimizerState<double> state = Start(oracle, State(oracle, start, value, gradient, NormOf(oracle, start, gradient)));
        return state.Stopped is null ? IfFlat(oracle, state) : state;
    }

    public override MinimizerState<double> Step(Oracle oracle, MinimizerState<double> state)
    {
        Direction direction = DirectionAt(oracle, state);
        LineResult result = LineSearch.Run(search, LineOf(oracle, state, direction), direction.FirstStep);
        // What is remembered may have become misleading; the negative gradient is not.
        if (result.End == LineEnd.None && Fallback(oracle, state) is { } other)
        {
            direction = other;
            result = LineSearch.Run(search, LineOf(oracle, state, direction), direction.FirstStep);
        }
        return result switch
        {
            { End: LineEnd.Unbounded } => Endless(oracle, state, result.Point),
            { End: LineEnd.None } => Stuck(oracle, state, direction),
            { Point: { } point } => Finished(oracle, state, direction, point),
            _ => state,
        };
    }

    /// <summary>The state at the start, with the slots of the method.</summary>
    protected virtual MinimizerState<double> Start(Oracle oracle, MinimizerState<double> state) => state;

    /// <summary>What the stopping rule looks at.</summary>
    protected virtual double NormOf(Oracle oracle, double[] x, double[] gradient) => Vectors.MaxAbs(gradient);

    /// <summary>The direction of the next step.</summary>
    protected abstract Direction DirectionAt(Oracle oracle, MinimizerState<double> state);

    /// <summary>Another direction where the line search finds nothing along the first; null for none.</summary>
    protected virtual Direction? Fallback(Oracle oracle, MinimizerState<double> state) => null;

    /// <summary>The state after a step, with the slots of the method.</summary>
    protected virtual MinimizerState<double> Remember(
        Oracle oracle, MinimizerState<double> before, MinimizerState<double> after, Direction direction, LinePoint point) => after;

    /// <summary>Stops where the gradient is small enough.</summary>
    protected virtual MinimizerState<double> IfFlat(Oracle oracle, MinimizerState<double> state) =>
        state.GradientNorm <= spec.GradientTolerance ? Ended(state, StopReason.GradientNorm, FormattableString.Invariant(
            $"The gradient is small enough: its largest element is {state.GradientNorm:R}, the tolerance {spec.GradientTolerance:R}."))
        : state;

    static Line LineOf(Oracle oracle, MinimizerState<double> state, Direction direction) =>
        new(oracle, state.Point.AsSpan(), state.Value, state.Gradient.AsSpan(), direction.D, direction.Longest) { TurnsBack = true };

    MinimizerState<double> Finished(Oracle oracle, MinimizerState<double> state, Direction direction, LinePoint point)
    {
        MinimizerState<double> next = IfFlat(oracle, Remember(oracle, state, Moved(oracle, state, point), direction, point));
        if (next.Stopped is not null)
            return next;
        double step = 0, size = 1, change = Math.Abs(next.Value - state.Value);
        for (int i = 0; i < point.X.Length; i++)
            (step, size) = (Math.Max(step, Math.Abs(point.X[i] - state.Point[i])), Math.Max(size, Math.Abs(point.X[i])));
        if (step <= spec.StepTolerance * size)
            return Ended(next, StopReason.Step, FormattableString.Invariant(
                $"The step is small enough: its largest element is {step:R}, the tolerance {spec.StepTolerance:R} times {size:R}."));
        double scale = Math.Max(1, Math.Max(Math.Abs(state.Value), Math.Abs(next.Value)));
        return spec.ValueTolerance > 0 && change <= spec.ValueTolerance * scale
            ? Ended(next, StopReason.Value, FormattableString.Invariant(
                $"The change of the value is small enough: it is {change:R}, the tolerance {spec.ValueTolerance:R} times {scale:R}."))
            : next;
    }

    MinimizerState<double> Moved(Oracle oracle, MinimizerState<double> state, LinePoint point) => state with
    {
        Point = [.. point.X],
        Value = point.F,
        Gradient = [.. point.G],
        GradientNorm = NormOf(oracle, point.X, point.G),
        Iteration = state.Iteration + 1,
        StepLength = point.T,
    };

    MinimizerState<double> Endless(Oracle oracle, MinimizerState<double> state, LinePoint? point) => Ended(
        point is null ? state : Moved(oracle, state, point), StopReason.Unbounded,
        "The value falls without end along a direction: the objective has no minimum, or the start is outside the region of one.");

    static MinimizerState<double> Stuck(Oracle oracle, MinimizerState<double> state, Direction direction)
    {
        Line line = LineOf(oracle, state, direction);
        (double slope, double error) = line.Difference();
        return line.Start.Slope < 0 && slope - error > line.Start.Slope / 2
            && Math.Abs(line.Start.Slope) > 2 * error
            ? Ended(state, StopReason.WrongGradient, FormattableString.Invariant(
                $"The gradient must be that of the value: expected a derivative of about {slope:R} along the direction, got {line.Start.Slope:R}."))
            : Ended(state, StopReason.NoDecrease, FormattableString.Invariant(
                $"No smaller value was found along the direction; the largest element of the gradient is {state.GradientNorm:R}."));
    }
}
