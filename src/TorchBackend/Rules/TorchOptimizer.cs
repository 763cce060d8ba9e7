using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Torch.Rules;

namespace ParityNet.Torch;

sealed class TorchOptimizer<T>(OptimizerSpec spec, StateRule rule) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    delegate Tensor<T> Write(Tensor tensor, Tensor<T> before);

    public OptimizerSpec Spec => spec;

    public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
        Next(state, gradients, learningRate, (after, before) => after.ToTensor<T>(before.Lengths));

    public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
        Next(state, gradients, learningRate, (after, before) =>
        {
            after.CopyTo(before.FlatForWriting());
            return before;
        });

    OptimizerState<T> Next(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate, Write write)
    {
        double rate = spec.Check(state, gradients, learningRate);
        return Refusal.Named(() => Next(state, gradients, rate, write));
    }

    OptimizerState<T> Next(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double rate, Write write)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        Dictionary<string, Tensor>[] slots =
            [.. gradients.Select((_, i) => spec.Slots.ToDictionary(slot => slot.Name, slot => state[slot.Name][i].ToTorch()))];
        Tensor[] after =
            rule([.. gradients.Select((g, i) =>
            new ParameterStep(spec, state.Parameters[i].ToTorch(), g.ToTorch(), slots[i], state.Step + 1, rate))]);
        return new OptimizerState<T>([.. after.Select((tensor, i) => write(tensor, state.Parameters[i]))], state.Step + 1,
            spec.Slots.ToImmutableDictionary(slot => slot.Name,
                slot => slots.Select((own, i) => write(own[slot.Name], state[slot.Name][i])).ToImmutableArray()));
    }
}
