using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Laws;
using ParityNet.Schedules;

namespace ParityNet.Parity.Planted;

/// <summary>Computes another spec than it was asked for.</summary>
sealed class OtherSpec(IBackend right, Func<OpSpec, OpSpec> change) : AlteredBackend(right), IOwnSchedules
{
    public double Rate(ScheduleSpec spec, double learningRate, long step) =>
        Right is IOwnSchedules own ? own.Rate((ScheduleSpec)change(spec), learningRate, step) : ((ScheduleSpec)change(spec)).Rate(learningRate, step);

    public override ILoss<T> Loss<T>(LossSpec spec) => new LossOf<T>(spec, Right.Loss<T>((LossSpec)change(spec)));

    public override IActivation<T> Activation<T>(ActivationSpec spec) => Right.Activation<T>((ActivationSpec)change(spec));

    public override IFunction<T> Layer<T>(LayerSpec spec) => Right.Layer<T>((LayerSpec)change(spec));

    public override IOptimizer<T> Optimizer<T>(OptimizerSpec spec) => new OptimizerOf<T>(spec, (OptimizerSpec)change(spec), Right);

    sealed class LossOf<T>(LossSpec spec, ILoss<T> other) : ILoss<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public LossSpec Spec => spec;

        public System.Numerics.Tensors.Tensor<T> Value(Operands<T> operands) => other.Value(operands);

        public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null,
            System.Numerics.Tensors.Tensor<T>? cotangent = null) =>
            other.Evaluate(operands, gradients, cotangent);

        public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient) =>
            other.ValueAndGradient(prediction, target, gradient);
    }

    // The other rule may keep other memory; what the spec wants and it lacks stays as it was.
    sealed class OptimizerOf<T>(OptimizerSpec spec, OptimizerSpec changed, IBackend right) : IOptimizer<T> where T : unmanaged,
        IFloatingPointIeee754<T>
    {
        public OptimizerSpec Spec => spec;

        public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<System.Numerics.Tensors.Tensor<T>> gradients,
            double? learningRate = null)
        {
            var slots = changed.Init(state.Parameters).Slots.ToDictionary(s => s.Key, s => state.Slots.GetValueOrDefault(s.Key, s.Value));
            OptimizerState<T> after = right.Optimizer<T>(changed).Update(
                new(state.Parameters, state.Step, System.Collections.Immutable.ImmutableDictionary.CreateRange(slots)), gradients, learningRate);
            return after with { Slots = state.Copy().Slots.SetItems(after.Slots) };
        }

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<System.Numerics.Tensors.Tensor<T>> gradients,
            double? learningRate = null) =>
            Update(state, gradients, learningRate);
    }
}
