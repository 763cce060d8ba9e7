using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Minimizers;

namespace ParityNet.Torch.Minimizers;

/// <summary>The steps of <c>torch.optim.LBFGS</c> in libtorch's tensor arithmetic, in PyTorch's order.</summary>
sealed class TorchLbfgs<T>(Lbfgs spec) : IMinimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    const double LeastCurvature = 1e-10;

    public MinimizerSpec Spec => spec;

    public MinimizerState<T> Init(Objective<T> objective, IReadOnlyList<T> start)
    {
        T[] x = spec.Check(objective, start);
        var evaluator = new ObjectiveEvaluator<T>(objective, x.Length, new());
        ObjectiveValue<T> at = evaluator.ValueAndGradient(x);
        Tensor<T> none = Flat([]), gradient = Flat(at.Gradient), value = Flat([at.Value]);
        var slots = ImmutableDictionary<string, Tensor<T>>.Empty.Add("d", Flat(new T[x.Length])).Add("t", Flat([T.Zero])).Add("old_dirs", none)
            .Add("old_stps", none).Add("ro", none).Add("H_diag", Flat([T.One])).Add("prev_flat_grad", gradient).Add("prev_loss", value);
        var state = new MinimizerState<T>([.. x], at.Value, [.. at.Gradient], 0, evaluator.Counts, slots)
        {
            GradientNorm = LargestSize(at.Gradient),
            Differenced = evaluator.Differenced,
        };
        return IsFinite(at) ? IfFlat(state) : Ended(state, StopReason.NotFinite, T.IsFinite(at.Value)
            ? "The gradient must be finite at the start: expected finite numbers, got one that is not."
            : FormattableString.Invariant($"The objective must be finite at the start: expected a finite number, got {at.Value}."));
    }

    public MinimizerState<T> Step(Objective<T> objective, MinimizerState<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        spec.Check(objective, state.Point);
        var evaluator = new ObjectiveEvaluator<T>(objective, state.Point.Length, state.Evaluations, state.Differenced);
        MinimizerState<T> next = Refusal.Named(() => Next(evaluator, state with { Stopped = null, Explanation = null }));
        return next with { Evaluations = evaluator.Counts, Differenced = evaluator.Differenced };
    }

    MinimizerState<T> Next(ObjectiveEvaluator<T> evaluator, MinimizerState<T> state)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Tensor x = Flat([.. state.Point]).ToTorch(), gradient = Flat([.. state.Gradient]).ToTorch(), d;
        var history = new History(state, spec.HistorySize);
        bool isFirst = state.Iteration == 0;
        if (isFirst)
            d = gradient.neg();
        else
        {
            history.Add(gradient);
            d = history.Direction(gradient);
        }
        double rate = spec.LearningRate, t = isFirst ? FirstLength(gradient) : rate, slope = Number(gradient.dot(d));
        MinimizerState<T> next = state with { Iteration = state.Iteration + 1, Slots = history.Slots(state, d, t, gradient) };
        if (double.IsNaN(slope))
            return NotFinite(next);
        if (slope > -spec.ChangeTolerance)
            return Ended(next, StopReason.Value, FormattableString.Invariant(
                $"The derivative along the direction is small enough: it is {slope:R}, the tolerance {-spec.ChangeTolerance:R}."));
        var line = new TorchLine<T>(evaluator, x, d, [.. state.Gradient], double.CreateChecked(state.Value), slope);
        TorchLine<T>.At point = spec.LineSearch is null ? line.Evaluate(t) : line.StrongWolfe(t);
        next = next with
        {
            Point = [.. point.X],
            Value = point.Value,
            Gradient = [.. point.Gradient],
            GradientNorm = LargestSize(point.Gradient),
            StepLength = T.CreateChecked(point.T),
            Slots = next.Slots.SetItem("t", Flat([T.CreateChecked(point.T)])),
        };
        return IsFinite(new(point.Value, point.Gradient))
            ? IfDone(IfFlat(next), Number(d.mul(Held(point.T)).abs().max()), state.Value)
            : NotFinite(next);
    }

    // min(1, 1/‖g‖₁)·η, where PyTorch keeps the quotient in the type of the parameters.
    double FirstLength(Tensor gradient)
    {
        double inverse = Number(gradient.abs().sum().reciprocal());
        return inverse < 1 ? double.CreateChecked(T.CreateChecked(inverse * spec.LearningRate)) : spec.LearningRate;
    }

    MinimizerState<T> IfFlat(MinimizerState<T> state) => double.CreateChecked(state.GradientNorm) <= spec.GradientTolerance
        ? Ended(state, StopReason.GradientNorm, FormattableString.Invariant(
            $"The gradient is small enough: its largest element is {state.GradientNorm:R}, the tolerance {spec.GradientTolerance:R}."))
        : state;

    MinimizerState<T> IfDone(MinimizerState<T> state, double step, T value)
    {
        double change = Math.Abs(double.CreateChecked(state.Value) - double.CreateChecked(value));
        return state.Stopped is not null ? state
            : state.StepLength == T.Zero ? Ended(state, StopReason.NoDecrease, FormattableString.Invariant(
                $"No smaller value was found along the direction; the largest element of the gradient is {state.GradientNorm:R}."))
            : step <= spec.ChangeTolerance ? Ended(state, StopReason.Step, FormattableString.Invariant(
                $"The step is small enough: its largest element is {step:R}, the tolerance {spec.ChangeTolerance:R}."))
            : change < spec.ChangeTolerance ? Ended(state, StopReason.Value, FormattableString.Invariant(
                $"The change of the value is small enough: it is {change:R}, the tolerance {spec.ChangeTolerance:R}."))
            : state;
    }

    static MinimizerState<T> NotFinite(MinimizerState<T> state) => T.IsNegativeInfinity(state.Value)
        ? Ended(state, StopReason.Unbounded, "The value falls without end: the objective has no minimum.")
        : Ended(state, StopReason.NotFinite, "The step leads to a point where value or gradient are not finite.");

    static MinimizerState<T> Ended(MinimizerState<T> state, StopReason reason, string explanation) =>
        state with { Stopped = reason, Explanation = explanation };

    static bool IsFinite(ObjectiveValue<T> at) => T.IsFinite(at.Value) && at.Gradient.All(T.IsFinite);

    static T LargestSize(T[] numbers) => numbers.Aggregate(T.Zero, (largest, x) => T.Max(largest, T.Abs(x)));

    internal static double Number(Tensor scalar) => scalar.to_type(torch.ScalarType.Float64).item<double>();

    internal static Tensor<T> Flat(T[] numbers) => System.Numerics.Tensors.Tensor.Create(numbers, [numbers.Length]);

    /// <summary>The pairs that the approximation of the Hessian is made of.</summary>
    sealed class History(MinimizerState<T> state, int most)
    {
        readonly List<Tensor> dirs = Rows(Slot(state, "old_dirs")), steps = Rows(Slot(state, "old_stps"));
        readonly List<double> ro = [.. Slot(state, "ro").Flat().ToArray().Select(double.CreateChecked)];
        Tensor scale = Slot(state, "H_diag").ToTorch();

        public void Add(Tensor gradient)
        {
            Tensor y = gradient.sub(Slot(state, "prev_flat_grad").ToTorch());
            Tensor s = Slot(state, "d").ToTorch().mul(Held(double.CreateChecked(Slot(state, "t").Flat()[0]))), curvature = y.dot(s);
            if (!(Number(curvature) > LeastCurvature))
                return;
            if (dirs.Count == most)
            {
                dirs.RemoveAt(0);
                steps.RemoveAt(0);
                ro.RemoveAt(0);
            }
            dirs.Add(y);
            steps.Add(s);
            ro.Add(Number(curvature.reciprocal()));
            scale = curvature.div(y.dot(y));
        }

        public Tensor Direction(Tensor gradient)
        {
            Tensor q = gradient.neg();
            var alpha = new double[dirs.Count];
            for (int i = dirs.Count - 1; i >= 0; i--)
            {
                alpha[i] = Number(steps[i].dot(q).mul(Held(ro[i])));
                q = q.add(dirs[i], Held(-alpha[i]));
            }
            Tensor r = q.mul(scale);
            for (int i = 0; i < dirs.Count; i++)
                r = r.add(steps[i], Held(Rounded(alpha[i] - Number(dirs[i].dot(r).mul(Held(ro[i]))))));
            return r;
        }

        public ImmutableDictionary<string, Tensor<T>> Slots(MinimizerState<T> state, Tensor d, double t, Tensor gradient)
        {
            int n = state.Point.Length;
            return state.Slots.SetItem("d", d.ToTensor<T>([n])).SetItem("t", Flat([T.CreateChecked(t)])).SetItem("old_dirs", Stacked(dirs, n))
                .SetItem("old_stps", Stacked(steps, n)).SetItem("ro", Flat([.. ro.Select(T.CreateChecked)])).SetItem("H_diag", scale.ToTensor<T>([1]))
                .SetItem("prev_flat_grad", gradient.ToTensor<T>([n])).SetItem("prev_loss", Flat([state.Value]));
        }

        static double Rounded(double number) => double.CreateChecked(T.CreateChecked(number));

        static Tensor<T> Stacked(List<Tensor> rows, int n) => rows.Count == 0 ? Flat([]) : torch.stack(rows).ToTensor<T>([rows.Count, n]);

        static List<Tensor> Rows(Tensor<T> matrix) => matrix.FlattenedLength == 0 ? [] : [.. matrix.ToTorch().unbind()];

        static Tensor<T> Slot(MinimizerState<T> state, string name) => state.Slots.GetValueOrDefault(name)
            ?? throw new ArgumentException($"state must come from the same method: expected the slot {name}, got " +
                $"{(state.Slots.IsEmpty ? "none" : string.Join(", ", state.Slots.Keys.Order(StringComparer.Ordinal)))}.");
    }
}
