using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Minimizers;
using Xunit;

namespace ParityNet.Parity.Tests.Minimizers;

/// <summary>L-BFGS beside the runs that PyTorch made.</summary>
public sealed class StoredRunTests
{
    const int Draws = 16;

    public static TheoryData<string> Runs => [.. StoredRun.All.Select(run => run.ToString())];

    public static TheoryData<string> Doubles => [.. StoredRun.All.Where(run => run.IsDouble).Select(run => run.ToString())];

    [Theory, MemberData(nameof(Runs))]
    public void Torch_backend_takes_every_step_of_pytorch(string name)
    {
        StoredRun run = StoredRun.All.Single(one => one.ToString() == name);
        if (run.IsDouble)
            Steps<double>(run, Backends.RequireTorch());
        else
            Steps<float>(run, Backends.RequireTorch());
    }

    // In float the native backend rounds less than PyTorch does, and so is nearer to the step itself than to PyTorch's.
    [Theory, MemberData(nameof(Doubles))]
    public void Native_backend_takes_every_step_of_pytorch(string name) => Steps<double>(StoredRun.All.Single(one => one.ToString() == name), Backends.Native);

    [Theory, MemberData(nameof(Doubles))]
    public void Free_runs_have_the_counts_of_pytorch_unless_one_ulp_at_the_start_changes_them(string name)
    {
        StoredRun run = StoredRun.All.Single(one => one.ToString() == name);
        (int, int) native = Counts(run, Backends.Native, run.Start);
        var random = new Xoshiro(1);

        Assert.True(
            native == (run.Iterations, run.Evaluations)
                || Enumerable.Range(0, Draws).Any(_ => native != Counts(run, Backends.Native, [.. run.Start.Select(x => random.Next(2) == 0 ? Math.BitIncrement(x) : x)])),
            $"{native} must be {(run.Iterations, run.Evaluations)}.");
    }

    static (int Iterations, int Evaluations) Counts(StoredRun run, IBackend backend, double[] start)
    {
        MinimizerResult<double> result = backend.Minimizer<double>(run.Spec).Minimize(RunProblem.Of<double>(run.Problem), start);
        // PyTorch does not evaluate after the last iteration that it is allowed.
        return (result.Iterations, result.Evaluations.Value - (result.Stopped == StopReason.Iterations && run.Spec.LineSearch is null ? 1 : 0));
    }

    // ρ: the distance to PyTorch's step, over the largest that a last digit of the state makes.
    static void Steps<T>(StoredRun run, IBackend backend) where T : unmanaged, IFloatingPointIeee754<T>
    {
        IMinimizer<T> minimizer = backend.Minimizer<T>(run.Spec);
        Objective<T> objective = RunProblem.Of<T>(run.Problem);
        var random = new Xoshiro(1);
        for (int k = 1; k < run.States; k++)
        {
            MinimizerState<T> before = run.Before<T>(k);
            ImmutableArray<T> after = minimizer.Step(objective, before).Point;
            double distance = Distance(after, [.. run.After<T>(k)]);
            double own = Enumerable.Range(0, Draws).Max(_ => Distance(after, minimizer.Step(objective, Shaken(before, objective, random)).Point));
            Assert.True(distance <= 2 * own, FormattableString.Invariant($"step {k} of {run} must be PyTorch's: expected ρ of at most 2, got {distance / own}."));
        }
    }

    static double Distance<T>(ImmutableArray<T> a, ImmutableArray<T> b) where T : unmanaged, IFloatingPointIeee754<T> =>
        a.Zip(b, (x, y) => Math.Abs(double.CreateChecked(x) - double.CreateChecked(y))).Max();

    static MinimizerState<T> Shaken<T>(MinimizerState<T> state, Objective<T> objective, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] x = [.. state.Point.Select(Near)];
        ObjectiveValue<T> at = objective.ValueAndGradient!(x);
        return new([.. x], Near(at.Value), [.. at.Gradient.Select(Near)], state.Iteration, state.Evaluations,
            state.Slots.ToImmutableDictionary(slot => slot.Key, slot => Tensor.Create([.. slot.Value.Flat().ToArray().Select(Near)], slot.Value.Lengths)));

        T Near(T number) => random.Next(3) switch
        {
            0 => T.BitIncrement(number),
            1 => T.BitDecrement(number),
            _ => number,
        };
    }
}
