using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>An average of weights that is not a copy of the first ones, but half of them.</summary>
sealed class OtherFirstAverage(IBackend right) : AlteredBackend(right)
{
    public override IOptimizer<T> Optimizer<T>(OptimizerSpec spec) => spec is Ema ? new Of<T>(Right.Optimizer<T>(spec)) : Right.Optimizer<T>(spec);

    sealed class Of<T>(IOptimizer<T> right) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        const string Slot = "averaged";

        public OptimizerSpec Spec => right.Spec;

        public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
        {
            OptimizerState<T> after = right.Update(state, gradients, learningRate);
            return after.Step > 1 ? after : after with { Slots = after.Slots.SetItem(Slot, [.. after[Slot].Select(Halved)]) };
        }

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            Update(state, gradients, learningRate);

        static Tensor<T> Halved(Tensor<T> tensor) =>
            Tensor.Create(Array.ConvertAll(tensor.Flat().ToArray(), x => x / T.CreateChecked(2)), tensor.Lengths);
    }
}
