using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Torch.Rules;

namespace ParityNet.Torch;

sealed class TorchOptimizer<T>(OptimizerSpec spec, Rule rule) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
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
        var parameters = new Tensor<T>[gradients.Count];
        var slots = spec.Slots.ToDictionary(slot => slot.Name, _ => new Tensor<T>[gradients.Count]);
        for (int i = 0; i < parameters.Length; i++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            Dictionary<string, Tensor> own = slots.Keys.ToDictionary(slot => slot, slot => state[slot][i].ToTorch());
            Tensor after = rule(new ParameterStep(spec, state.Parameters[i].ToTorch(), gradients[i].ToTorch(), own, state.Step + 1, rate));
            parameters[i] = write(after, state.Parameters[i]);
            foreach ((string slot, Tensor<T>[] all) in slots)
                all[i] = write(own[slot], state[slot][i]);
        }
        return new OptimizerState<T>([.. parameters], state.Step + 1, slots.ToImmutableDictionary(s => s.Key, s => s.Value.ToImmutableArray()));
    }
}
