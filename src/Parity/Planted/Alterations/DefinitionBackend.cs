using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>A backend that evaluates the definitions in double and rounds once: what an error is planted into, without any other backend.</summary>
sealed class DefinitionBackend : IBackend
{
    public string Name => "definition";

    public BackendInfo Info => new(Name, "", "", [], 1);

    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => new OfLoss<T>(spec);

    public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => new OfActivation<T>(spec);

    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => new OfLayer<T>(spec);

    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => new OfOptimizer<T>(spec);

    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> =>
        throw new NotSupportedException("Models must be computed by another backend: expected a loss, an activation, a layer or an optimizer.");

    static Evaluation<T> Evaluate<T>(FunctionSpec spec, Operands<T> operands, IReadOnlyCollection<string>? gradients, Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        DefinedFunction<Plain> result = Definition.Evaluate<T, Plain>(spec, operands, gradients, cotangent);
        return new(Rounded<T>(result.Value, shape.AsSpan()),
            result.Gradients.ToImmutableDictionary(g => g.Key, g => Rounded<T>(g.Value, operands[g.Key].Lengths)));
    }

    static Tensor<T> Rounded<T>(ImmutableArray<Plain> numbers, ReadOnlySpan<nint> shape) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create([.. numbers.Select(number => T.CreateTruncating(number.Value))], shape);

    sealed class OfLoss<T>(LossSpec spec) : ILoss<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public LossSpec Spec => spec;

        public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

        public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null) =>
            DefinitionBackend.Evaluate(spec, operands, gradients, cotangent);

        public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
        {
            Evaluation<T> result = Evaluate(Operands<T>.Of(Tensor.Create(prediction.ToArray()), Tensor.Create(target.ToArray())));
            result.Gradients["input"].Flat().CopyTo(gradient);
            return result.Value.Flat()[0];
        }
    }

    sealed class OfActivation<T>(ActivationSpec spec) : IActivation<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public ActivationSpec Spec => spec;

        public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

        public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null) =>
            DefinitionBackend.Evaluate(spec, operands, gradients, cotangent);
    }

    sealed class OfLayer<T>(LayerSpec spec) : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

        public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null) =>
            DefinitionBackend.Evaluate(spec, operands, gradients, cotangent);
    }

    sealed class OfOptimizer<T>(OptimizerSpec spec) : IOptimizer<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public OptimizerSpec Spec => spec;

        public OptimizerState<T> UpdateInPlace(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null) =>
            Update(state, gradients, learningRate);

        public OptimizerState<T> Update(OptimizerState<T> state, IReadOnlyList<Tensor<T>> gradients, double? learningRate = null)
        {
            DefinedStep<Plain> after = Definition.Step<T, Plain>(spec, state, gradients, learningRate);
            ImmutableArray<Tensor<T>> All(ImmutableArray<ImmutableArray<Plain>> defined, ImmutableArray<Tensor<T>> before) =>
                [.. defined.Zip(before, (numbers, like) => Rounded<T>(numbers, like.Lengths))];
            return new(All(after.Parameters, state.Parameters), state.Step + 1,
                after.Slots.ToImmutableDictionary(slot => slot.Key, slot => All(slot.Value, state[slot.Key])));
        }
    }
}
