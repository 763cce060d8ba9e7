using System.Numerics;
using ParityNet.Minimizers;

namespace ParityNet.Native.Minimizers;

/// <summary>A minimizer that computes in double precision and rounds every state to the objective's type.</summary>
sealed class NativeMinimizer<T>(MinimizerSpec spec, Method method) : IMinimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public MinimizerSpec Spec => spec;

    public MinimizerState<T> Init(Objective<T> objective, IReadOnlyList<T> start)
    {
        T[] x = spec.Check(objective, start);
        var oracle = OracleOf(objective, x.Length, new(), Differenced.None);
        return Numbers.Converted<double, T>(method.Init(oracle, Numbers.Wide<T>(x)));
    }

    public MinimizerState<T> Step(Objective<T> objective, MinimizerState<T> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        spec.Check(objective, state.Point);
        var oracle = OracleOf(objective, state.Point.Length, state.Evaluations, state.Differenced);
        MinimizerState<double> before = Numbers.Converted<T, double>(state) with { Stopped = null, Explanation = null };
        MinimizerState<double> after = method.Step(oracle, before);
        return Numbers.Converted<double, T>(after with { Evaluations = oracle.Counts, Differenced = oracle.Differenced });
    }

    Oracle<T> OracleOf(Objective<T> objective, int variables, EvaluationCounts counts, Differenced differenced) =>
        new(new(objective, variables, counts, differenced), spec.Needs.HasFlag(MinimizerNeeds.Residuals));
}
