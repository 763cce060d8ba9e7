using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Hands other arguments to the right function of one name, or changes what it gives back.</summary>
sealed class OtherFunction(IBackend right, string op, IFunctionChange change) : AlteredBackend(right)
{
    readonly string name = Catalog.Find(op).Name;

    public override ILoss<T> Loss<T>(LossSpec spec) => spec.Name == name ? new Of<T>(spec, Right.Loss<T>(spec), change) : Right.Loss<T>(spec);

    public override IActivation<T> Activation<T>(ActivationSpec spec) =>
        spec.Name == name ? new OfActivation<T>(spec, Right.Activation<T>(spec), change) : Right.Activation<T>(spec);

    public override IFunction<T> Layer<T>(LayerSpec spec) => spec.Name == name ? new OfLayer<T>(spec, Right.Layer<T>(spec), change)
        : Right.Layer<T>(spec);

    sealed class Of<T>(LossSpec spec, ILoss<T> right, IFunctionChange change) : ILoss<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public LossSpec Spec => spec;

        public Tensor<T> Value(Operands<T> operands) => change.Evaluate(spec, right, operands, [], null).Value;

        public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null) =>
            change.Evaluate(spec, right, operands, gradients, cotangent);

        public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
        {
            Evaluation<T> result = Evaluate(Operands<T>.Of(Tensor.Create(prediction.ToArray()), Tensor.Create(target.ToArray())));
            result.Gradients["input"].Flat().CopyTo(gradient);
            return result.Value.Flat()[0];
        }
    }

    sealed class OfActivation<T>(ActivationSpec spec, IActivation<T> right, IFunctionChange change) : OfLayer<T>(spec, right, change), IActivation<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public ActivationSpec Spec => spec;
    }

    class OfLayer<T>(FunctionSpec spec, IFunction<T> right, IFunctionChange change) : IFunction<T> where T : unmanaged, IFloatingPointIeee754<T>
    {
        public Tensor<T> Value(Operands<T> operands) => change.Evaluate(spec, right, operands, [], null).Value;

        public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null) =>
            change.Evaluate(spec, right, operands, gradients, cotangent);
    }
}
