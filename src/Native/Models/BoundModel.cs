using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Native.Models;

/// <summary>A chain of functions and its hand-written backward pass.</summary>
sealed class BoundModel<T>(ModelSpec spec, ILoss<T> loss, IBackend backend) : IModel<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ImmutableArray<BoundStage<T>> calm = [.. spec.Stages(training: false).Select(stage => new BoundStage<T>(stage, backend))];
    readonly ImmutableArray<BoundStage<T>> training = [.. spec.Stages(training: true).Select(stage => new BoundStage<T>(stage, backend))];

    public ModelSpec Spec => spec;

    public LossSpec Loss => loss.Spec;

    public Tensor<T> Value(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, ModelContext<T>? context = null)
    {
        context = spec.Check(parameters, input, context);
        return calm.Aggregate(input, (x, stage) => stage.Value(stage.Operands(x, parameters, context)));
    }

    public LossAndGradients<T> LossAndGradients(
        IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T>? context = null)
    {
        context = spec.Check(parameters, input, context, training: true);
        ModelSpec.CheckLoss(loss.Spec);
        var operands = new Operands<T>[training.Length];
        Tensor<T> x = input;
        for (int i = 0; i < operands.Length; i++)
            x = training[i].Value(operands[i] = training[i].Operands(x, parameters, context));
        Evaluation<T> end = loss.Evaluate(Operands<T>.Of(x, target));
        var gradients = new Tensor<T>[parameters.Count];
        Tensor<T>[] buffers = [.. context.Buffers];
        Tensor<T>? cotangent = end.Gradients["input"];
        for (int i = operands.Length - 1; i >= 0; i--)
        {
            cotangent = training[i].Back(operands[i], cotangent!, gradients, withInput: i > 0);
            training[i].Move(operands[i], buffers);
        }
        return new(end.Value.Flat()[0], [.. gradients], [.. buffers]);
    }
}
