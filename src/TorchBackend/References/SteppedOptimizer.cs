using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Reflection;
using TorchSharp.Modules;

namespace ParityNet.Torch.References;

/// <summary>An optimizer of TorchSharp as a pure step: it is created, given the state, and stepped once.</summary>
sealed class SteppedOptimizer<T>(OptimizerSpec spec, Making make, Action<Parameter[]>? before) : IOptimizer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public OptimizerSpec Spec => spec;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
    {
        double rate = spec.Check(state, gradients, learningRate);
        using DisposeScope scope = torch.NewDisposeScope();
        Parameter[] trained = [.. state.Parameters.Select(p => new Parameter(p.ToTorch()))];
        using OptimizerHelper optimizer = make(trained);
        List<TorchSharp.Modules.OptimizerState> own = optimizer.state_dict().State;
        // Not before the first step, to compare the optimizer's own initial state.
        if (state.Step > 0)
            for (int i = 0; i < own.Count; i++)
                Remember(own[i], state, i);
        if (learningRate is not null)
            foreach (torch.optim.ILearningRateController group in optimizer.ParamGroups)
                group.LearningRate = rate;
        for (int i = 0; i < trained.Length; i++)
            trained[i].grad = gradients[i].ToTorch();
        before?.Invoke(trained);
        optimizer.step();
        return new([.. trained.Zip(state.Parameters, (t, p) => t.ToTensor<T>(p.Lengths))], state.Step + 1, spec.Slots.ToImmutableDictionary(
            slot => slot.Name, slot => own.Select((remembered, i) => Recalled(remembered, slot.Name, state[slot.Name][i])).ToImmutableArray()));
    }

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
        throw new NotSupportedException("A reference must be pure: expected a call of Update, got one of UpdateInPlace.");

    // The names of TorchSharp's fields are those of PyTorch's state entries, and so of our slots.
    void Remember(TorchSharp.Modules.OptimizerState own, OptimizerState<T> state, int parameter)
    {
        own.GetType().GetField("step")?.SetValue(own, state.Step);
        foreach (OptimizerSlot slot in spec.Slots)
        {
            FieldInfo field = FieldOf(own, slot.Name);
            Tensor<T> numbers = state[slot.Name][parameter];
            field.SetValue(own,
                field.FieldType == typeof(double) ? (object)double.CreateChecked(numbers.Flat()[0]) : numbers.ToTorch().DetachFromDisposeScope());
        }
    }

    static Tensor<T> Recalled(TorchSharp.Modules.OptimizerState own, string slot, Tensor<T> like) => FieldOf(own, slot).GetValue(own) switch
    {
        Tensor numbers => numbers.ToTensor<T>(like.Lengths),
        double number => System.Numerics.Tensors.Tensor.Create([T.CreateTruncating(number)], like.Lengths),
        _ => throw new InvalidOperationException($"{slot} must be there after a step: expected a tensor, got none."),
    };

    static FieldInfo FieldOf(TorchSharp.Modules.OptimizerState own, string slot) => own.GetType().GetField(slot)
        ?? throw new InvalidOperationException($"{own.GetType().DeclaringType?.Name} must keep {slot}: expected a field, got none.");
}
