using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Reports.Trajectories;

/// <summary>One run of a regime on one backend.</summary>
sealed class Twin<T>(IBackend backend, Regime regime, ImmutableArray<Tensor<T>> start) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly IModel<T> model = backend.Model<T>(regime.Model, regime.Loss);
    readonly IOptimizer<T> optimizer = backend.Optimizer<T>(regime.Optimizer);

    public OptimizerState<T> State { get; private set; } = regime.Optimizer.Init(start);

    public T Loss { get; private set; }

    public ImmutableArray<Tensor<T>> Gradients { get; private set; } = [];

    public void Step(Tensor<T> input, Tensor<T> target)
    {
        LossAndGradients<T> result = model.LossAndGradients(State.Parameters, input, target);
        (Loss, Gradients) = (result.Loss, result.Gradients);
        State = optimizer.Update(State, result.Gradients);
    }

    /// <summary>One step from another run's state and gradients, which does not change this run.</summary>
    public OptimizerState<T> StepFrom(OptimizerState<T> state, ImmutableArray<Tensor<T>> gradients) => optimizer.Update(state, gradients);

    public double Distance(Twin<T> other)
    {
        double sum = 0;
        for (int p = 0; p < State.Parameters.Length; p++)
        {
            ReadOnlySpan<T> a = State.Parameters[p].Flat(), b = other.State.Parameters[p].Flat();
            for (int i = 0; i < a.Length; i++)
                sum += Math.Pow(double.CreateChecked(a[i]) - double.CreateChecked(b[i]), 2);
        }
        return Math.Sqrt(sum);
    }

    /// <summary>The parameters, each moved by one ULP up or down.</summary>
    public static ImmutableArray<Tensor<T>> Nudged(ImmutableArray<Tensor<T>> from, ulong seed)
    {
        var random = new Xoshiro(seed);
        return [.. from.Select(t => Tensor.Create(
            Array.ConvertAll(t.Flat().ToArray(), x => random.Next(2) == 0 ? T.BitIncrement(x) : T.BitDecrement(x)), t.Lengths))];
    }
}
