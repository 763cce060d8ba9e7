using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Another step count in the bias corrections and wherever else t stands.</summary>
sealed record OtherTime(Func<long, long> Count) : IStepChange
{
    public OptimizerState<T> Update<T>(
        IBackend right, OptimizerSpec spec, OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double rate)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        right.Optimizer<T>(spec).Update(state with { Step = Count(state.Step + 1) - 1 }, gradients, rate);
}

/// <summary>Steps some times as large, with the right state.</summary>
sealed record OtherStepSize(Func<OptimizerSpec, double, double> Factor) : IStepChange
{
    public OptimizerState<T> Update<T>(
        IBackend right, OptimizerSpec spec, OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double rate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T factor = T.CreateTruncating(Factor(spec, rate));
        OptimizerState<T> after = right.Optimizer<T>(spec).Update(state, gradients, rate);
        return after with
        {
            Parameters = [.. after.Parameters.Zip(state.Parameters, (p, before) => Elementwise.Of(p, before, (a, b) => b + factor * (a - b)))],
        };
    }
}

/// <summary>The learning rate of the spec, whatever that of the step.</summary>
sealed record FixedRate : IStepChange
{
    public OptimizerState<T> Update<T>(
        IBackend right, OptimizerSpec spec, OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double rate)
        where T : unmanaged, IFloatingPointIeee754<T> => right.Optimizer<T>(spec).Update(state, gradients, spec.LearningRate);
}

/// <summary>Gradients some times as large.</summary>
sealed record OtherGradient(Func<OptimizerSpec, double> Factor) : IStepChange
{
    public OptimizerState<T> Update<T>(
        IBackend right, OptimizerSpec spec, OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double rate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T factor = T.CreateTruncating(Factor(spec));
        return right.Optimizer<T>(spec).Update(state, [.. gradients.Select(g => Elementwise.Of(g, g, (a, _) => factor * a))], rate);
    }
}

/// <summary>A slot that stays as it was, or starts anew in every step, or is some times as large.</summary>
sealed record OtherSlot(string Slot, Func<double, double, double> AfterOfBeforeAndRight, bool Steps = false) : IStepChange
{
    public OptimizerState<T> Update<T>(
        IBackend right, OptimizerSpec spec, OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double rate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<Tensor<T>> Mapped(ImmutableArray<Tensor<T>> of) => [.. of.Zip(state[Slot], (t, before) => Elementwise.Of(t, before, (a, b) =>
            T.CreateTruncating(AfterOfBeforeAndRight(double.CreateChecked(b), double.CreateChecked(a)))))];
        if (Steps)
            return right.Optimizer<T>(spec).Update(state with { Slots = state.Slots.SetItem(Slot, Mapped(state[Slot])) }, gradients, rate);
        OptimizerState<T> after = right.Optimizer<T>(spec).Update(state, gradients, rate);
        return after with { Slots = after.Slots.SetItem(Slot, Mapped(after[Slot])) };
    }
}

/// <summary>Weight decay in another place.</summary>
sealed record OtherDecay(OtherDecay.Way How) : IStepChange
{
    /// <summary>Where the decay goes.</summary>
    public enum Way
    {
        ToGradient,
        BeforeStep,
        BeforeStepWithoutRate,
        AfterStep,
        AfterStepWithoutRate,
        FromParameterBefore,
        FromParameterBeforeWithoutRate,
        WrongSign,
    }

    public OptimizerState<T> Update<T>(
        IBackend right, OptimizerSpec spec, OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double rate)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T decay = T.CreateTruncating(spec.WeightDecay), by = T.CreateTruncating(rate * spec.WeightDecay);
        IOptimizer<T> bare = right.Optimizer<T>(spec with { WeightDecay = 0 });
        T sign = spec.Maximize ? -T.One : T.One;
        ImmutableArray<Tensor<T>> Shrunk(ImmutableArray<Tensor<T>> all, T part) => [.. all.Select(p => Elementwise.Of(p, p, (x, _) => x - part * x))];
        ImmutableArray<Tensor<T>> Less(ImmutableArray<Tensor<T>> all, T part) =>
            [.. all.Zip(state.Parameters, (p, before) => Elementwise.Of(p, before, (x, b) => x - part * b))];
        OptimizerState<T> After() => bare.Update(state, gradients, rate);
        OptimizerState<T> Joined(T part) =>
            bare.Update(state, [.. gradients.Zip(state.Parameters, (g, p) => Elementwise.Of(g, p, (x, at) => x + part * at))], rate);
        switch (How)
        {
            case Way.ToGradient:
                return Joined(sign * decay);
            case Way.WrongSign:
                return spec.DecouplesDecay ? bare.Update(state with { Parameters = Shrunk(state.Parameters, -by) }, gradients, rate)
                    : Joined(-sign * decay);
            case Way.BeforeStep or Way.BeforeStepWithoutRate:
                return bare.Update(state with { Parameters = Shrunk(state.Parameters, How == Way.BeforeStep ? by : decay) }, gradients, rate);
            case Way.AfterStep or Way.AfterStepWithoutRate:
                return After() is var after ? after with { Parameters = Shrunk(after.Parameters, How == Way.AfterStep ? by : decay) } : after;
            default:
                return After() is var next
                    ? next with { Parameters = Less(next.Parameters, How == Way.FromParameterBefore ? by : decay) } : next;
        }
    }
}
