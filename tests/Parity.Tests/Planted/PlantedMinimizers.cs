using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Minimizers;
using ParityNet.Parity.Planted;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>Mistakes of minimizers: of their formulas, of what they remember, and of what they report.</summary>
static class PlantedMinimizers
{
    delegate MinimizerState<double> Change(MinimizerState<double> before, MinimizerState<double> after);

    public static ImmutableArray<PlantedError> All { get; } =
    [
        After("conjugate_gradient", "β is too large by a half", (before, after) => WithSlot(after, "direction", (d, i) => d + 0.5 * before["direction"].Flat()[i])),
        After("conjugate_gradient", "forgets the last direction", (_, after) => WithSlot(after, "direction", (_, i) => -after.Gradient[i])),
        After("bfgs", "y and s are exchanged", (_, after) => WithSlot(after, "inverse_hessian", Inverse)),
        After("bfgs", "never updates the inverse Hessian", (before, after) => after with { Slots = after.Slots.SetItem("inverse_hessian", before["inverse_hessian"]) }),
        Searching("bfgs", "c₂ is left out", s => s is Bfgs bfgs ? bfgs with { LineSearch = new Backtracking() } : s),
        Searching("conjugate_gradient", "c₂ is that of quasi-Newton methods", s => s is ConjugateGradient cg ? cg with { LineSearch = new StrongWolfe(1e-4, 0.999) } : s),
        Searching("bfgs", "weak conditions for strong ones, and almost none of those", s => s is Bfgs bfgs ? bfgs with { LineSearch = new WeakWolfe(1e-8, 0.9999) } : s),
        Searching("gradient_descent", "takes the first step length always", s => s is GradientDescent gd ? gd with { LineSearch = new FixedStep(2) } : s),
        After("gradient_descent", "goes on behind the minimum of the line", (before, after) => Moved(before, after, 2.5)),
        After("levenberg_marquardt", "takes steps that raise the value", (before, after) => after with { Value = before.Value + 1 }),
        After("newton_cg", "takes steps that raise the value", (before, after) => after with { Value = before.Value + 1 }),
        Of("newton", "keeps the Hessian of the start", (right, objective) => new Chord(right, objective)),
        Searching("newton", "takes half steps", s => s is Newton newton ? newton with { LineSearch = new FixedStep(0.5) } : s),
        Searching("newton", "is steepest descent", s => s is Newton newton ? new GradientDescent(new FixedStep(0.1), MaxIterations: newton.MaxIterations) : s),
        Searching("gauss_newton", "takes half steps", s => s is GaussNewton newton ? newton with { LineSearch = new FixedStep(0.5) } : s),
        After("levenberg_marquardt", "damps every step", (before, after) => Moved(before, after, 0.5)),
        After("lbfgs", "moves the first variable a little more", (_, after) => after with { Point = after.Point.SetItem(0, after.Point[0] + Math.ScaleB(1, -30)) }),
        Of("lbfgs", "remembers outside of its state", (right, _) => new Remembering(right)),
        After("gradient_descent", "does not count the gradient", (before, after) => after with { Evaluations = after.Evaluations with { Gradient = before.Evaluations.Gradient } }),
        After("lbfgsb", "leaves the bounds by a little", (_, after) => after with { Point = [.. after.Point.Select(x => x * (1 + Math.ScaleB(1, -20)))] }),
        After("lbfgsb", "the multipliers have the wrong sign", (_, after) => Negated(after)),
        After("interior_point", "the multipliers have the wrong sign", (_, after) => Negated(after)),
        After("interior_point", "the multipliers are those of −f", (_, after) => after.Multipliers is { } m ? after with { Multipliers = m with { Equalities = [.. m.Equalities.Select(nu => -nu)], Lower = m.Upper, Upper = m.Lower } } : after),
    ];

    static PlantedError After(string op, string name, Change change) => Of(op, name, (right, _) => new Changed(right, change));

    static PlantedError Searching(string op, string name, Func<MinimizerSpec, MinimizerSpec> other) => new(name, op, right => new OtherMethod(right, other));

    static PlantedError Of(string op, string name, Func<IMinimizer<double>, MinimizerSpec, IMinimizer<double>> wrong) => new(name, op, right => new Wrong(right, wrong));

    static MinimizerState<double> WithSlot(MinimizerState<double> state, string slot, Func<double, int, double> map) => state with
    {
        Slots = state.Slots.SetItem(slot, Tensor.Create([.. state[slot].Flat().ToArray().Select(map)], state[slot].Lengths)),
    };

    static MinimizerState<double> WithSlot(MinimizerState<double> state, string slot, Func<double[], double[]> map) => state with
    {
        Slots = state.Slots.SetItem(slot, Tensor.Create(map(state[slot].Flat().ToArray()), state[slot].Lengths)),
    };

    static MinimizerState<double> Moved(MinimizerState<double> before, MinimizerState<double> after, double factor) =>
        after with { Point = [.. before.Point.Zip(after.Point, (x, y) => x + factor * (y - x))], Value = after.Value + (factor > 1 ? 1 : 0), GradientNorm = factor < 1 ? before.GradientNorm * factor : after.GradientNorm };

    static MinimizerState<double> Negated(MinimizerState<double> state) => state.Multipliers is not { } m ? state : state with
    {
        Multipliers = new([.. m.Inequalities.Select(x => -x)], [.. m.Equalities.Select(x => -x)], [.. m.Lower.Select(x => -x)], [.. m.Upper.Select(x => -x)]),
    };

    // Gauss and Jordan without pivots; the matrix is positive definite.
    static double[] Inverse(double[] matrix)
    {
        int n = (int)Math.Sqrt(matrix.Length);
        double[] a = [.. matrix];
        for (int k = 0; k < n; k++)
        {
            double pivot = a[k * n + k];
            for (int j = 0; j < n; j++)
                a[k * n + j] = j == k ? 1 / pivot : a[k * n + j] / pivot;
            for (int i = 0; i < n; i++)
            {
                if (i == k)
                    continue;
                double factor = a[i * n + k];
                for (int j = 0; j < n; j++)
                    a[i * n + j] = j == k ? -factor * a[k * n + k] : a[i * n + j] - factor * a[k * n + j];
            }
        }
        return a;
    }

    sealed class OtherMethod(IBackend right, Func<MinimizerSpec, MinimizerSpec> other) : AlteredBackend(right)
    {
        public override IMinimizer<T> Minimizer<T>(MinimizerSpec spec) => Right.Minimizer<T>(other(spec));
    }

    sealed class Wrong(IBackend right, Func<IMinimizer<double>, MinimizerSpec, IMinimizer<double>> wrong) : AlteredBackend(right)
    {
        public override IMinimizer<T> Minimizer<T>(MinimizerSpec spec) => (IMinimizer<T>)wrong(Right.Minimizer<double>(spec), spec);
    }

    sealed class Changed(IMinimizer<double> right, Change change) : IMinimizer<double>
    {
        public MinimizerSpec Spec => right.Spec;

        public MinimizerState<double> Init(Objective<double> objective, IReadOnlyList<double> start) => right.Init(objective, start);

        public MinimizerState<double> Step(Objective<double> objective, MinimizerState<double> state) => change(state, right.Step(objective, state));
    }

    sealed class Chord(IMinimizer<double> right, MinimizerSpec spec) : IMinimizer<double>
    {
        double[,]? first;

        public MinimizerSpec Spec => spec;

        public MinimizerState<double> Init(Objective<double> objective, IReadOnlyList<double> start)
        {
            first = objective.Hessian!([.. start]);
            return right.Init(objective, start);
        }

        public MinimizerState<double> Step(Objective<double> objective, MinimizerState<double> state) => right.Step(objective with { Hessian = _ => (double[,])first!.Clone() }, state);
    }

    sealed class Remembering(IMinimizer<double> right) : IMinimizer<double>
    {
        int steps;

        public MinimizerSpec Spec => right.Spec;

        public MinimizerState<double> Init(Objective<double> objective, IReadOnlyList<double> start) => right.Init(objective, start);

        public MinimizerState<double> Step(Objective<double> objective, MinimizerState<double> state) =>
            right.Step(objective, state) is var after && ++steps % 2 == 0 ? after with { Point = after.Point.SetItem(0, after.Point[0] * (1 + Math.ScaleB(1, -40))) } : after;
    }
}
