using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The steps of <c>torch.optim.LBFGS</c>, under the names of its state.</summary>
sealed class LbfgsMethod(Lbfgs spec) : Method
{
    const string D = "d", T = "t", Dirs = "old_dirs", Steps = "old_stps", Ro = "ro", Scale = "H_diag", Last = "prev_flat_grad",
        LastLoss = "prev_loss";

    const double LeastCurvature = 1e-10, Decrease = 1e-4, Curvature = 0.9, BracketWidth = 1e-9;
    const int MostTrials = 25;

    public override MinimizerState<double> Init(Oracle oracle, double[] start)
    {
        (double value, double[] gradient) = oracle.ValueAndGradient(start);
        MinimizerState<double> state = State(oracle, start, value, gradient, Vectors.MaxAbs(gradient)).With(D, new double[start.Length]).With(T, 0)
            .With(Dirs, (Matrix?)null).With(Steps, (Matrix?)null).With(Ro, []).With(Scale, 1).With(Last, [.. gradient]).With(LastLoss, value);
        return IfFlat(state);
    }

    public override MinimizerState<double> Step(Oracle oracle, MinimizerState<double> state)
    {
        double[] gradient = [.. state.Gradient];
        bool isFirst = state.Iteration == 0;
        if (!isFirst)
            state = Remembered(state, gradient);
        double[] d = isFirst ? Vectors.Negated(gradient) : DirectionOf(state, gradient);
        double t = isFirst ? Math.Min(1, 1 / Vectors.SumAbs(gradient)) * spec.LearningRate : spec.LearningRate, slope = Vectors.Dot(gradient, d);
        MinimizerState<double> next = (state with { Iteration = state.Iteration + 1 }).With(D, d).With(T, t).With(Last, gradient)
            .With(LastLoss, state.Value);
        if (!(slope <= -spec.ChangeTolerance))
            return double.IsNaN(slope) ? NotFinite(next)
                : Ended(next, StopReason.Value, FormattableString.Invariant(
                    $"The derivative along the direction is small enough: it is {slope:R}, the tolerance {-spec.ChangeTolerance:R}."));
        var line = new Line(oracle, state.Point.AsSpan(), state.Value, gradient, d);
        LinePoint point = line.At(t);
        if (spec.LineSearch is not null)
            point = StrongWolfeSearch.Run(line, point, Decrease, Curvature, BracketWidth, MostTrials).Point ?? point;
        next = (next with
        {
            Point = [.. point.X],
            Value = point.F,
            Gradient = [.. point.G],
            GradientNorm = Vectors.MaxAbs(point.G),
            StepLength = point.T,
        }).With(T, point.T);
        return double.IsFinite(point.F) && Vectors.AreFinite(point.G)
            ? IfDone(IfFlat(next), point.T * Vectors.MaxAbs(d), state.Value)
            : NotFinite(next);
    }

    MinimizerState<double> Remembered(MinimizerState<double> state, double[] gradient)
    {
        double[] y = Vectors.Minus(gradient, state.Flat(Last)), s = Vectors.Times(state.Number(T), state.Flat(D));
        double curvature = Vectors.Dot(y, s);
        return curvature > LeastCurvature
            ? state.With(Dirs, state.Matrix(Dirs).Pushed(y, spec.HistorySize)).With(Steps, state.Matrix(Steps).Pushed(s, spec.HistorySize))
                .With(Ro, [.. state.Flat(Ro)[(state.Flat(Ro).Length == spec.HistorySize ? 1 : 0)..], 1 / curvature])
                .With(Scale, curvature / Vectors.Dot(y, y))
            : state;
    }

    // The two loops of Nocedal.
    static double[] DirectionOf(MinimizerState<double> state, double[] gradient)
    {
        double[] q = Vectors.Negated(gradient);
        double scale = state.Number(Scale);
        if (state.Matrix(Dirs) is not { } y || state.Matrix(Steps) is not { } s)
            return Vectors.Times(scale, q);
        ReadOnlySpan<double> ro = state.Flat(Ro);
        var alpha = new double[y.Rows];
        for (int i = y.Rows - 1; i >= 0; i--)
            Vectors.Add(q, -(alpha[i] = Vectors.Dot(s.Row(i), q) * ro[i]), y.Row(i));
        double[] r = Vectors.Times(scale, q);
        for (int i = 0; i < y.Rows; i++)
            Vectors.Add(r, alpha[i] - Vectors.Dot(y.Row(i), r) * ro[i], s.Row(i));
        return r;
    }

    MinimizerState<double> IfFlat(MinimizerState<double> state) => state.Stopped is null && state.GradientNorm <= spec.GradientTolerance
        ? Ended(state, StopReason.GradientNorm, FormattableString.Invariant(
            $"The gradient is small enough: its largest element is {state.GradientNorm:R}, the tolerance {spec.GradientTolerance:R}."))
        : state;

    MinimizerState<double> IfDone(MinimizerState<double> state, double step, double value) => state.Stopped is not null ? state
        : state.StepLength == 0 ? Ended(state, StopReason.NoDecrease, FormattableString.Invariant(
            $"No smaller value was found along the direction; the largest element of the gradient is {state.GradientNorm:R}."))
        : step <= spec.ChangeTolerance ? Ended(state, StopReason.Step, FormattableString.Invariant(
            $"The step is small enough: its largest element is {step:R}, the tolerance {spec.ChangeTolerance:R}."))
        : Math.Abs(state.Value - value) < spec.ChangeTolerance ? Ended(state, StopReason.Value, FormattableString.Invariant(
            $"The change of the value is small enough: it is {Math.Abs(state.Value - value):R}, the tolerance {spec.ChangeTolerance:R}."))
        : state;

    static MinimizerState<double> NotFinite(MinimizerState<double> state) => double.IsNegativeInfinity(state.Value)
        ? Ended(state, StopReason.Unbounded, "The value falls without end: the objective has no minimum.")
        : Ended(state, StopReason.NotFinite, "The step leads to a point where value or gradient are not finite.");
}
