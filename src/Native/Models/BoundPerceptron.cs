using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Native.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Models;

/// <summary>A multi-layer perceptron and its hand-written way back.</summary>
sealed class BoundPerceptron<T>(Perceptron spec, ILoss<T> loss, Func<int, BoundActivation<T>> activation, Plan plan) : IModel<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ImmutableArray<Layer<T>> layers = [.. Layers(spec, activation, plan)];

    public ModelSpec Spec => spec;

    public LossSpec Loss => loss.Spec;

    public Tensor<T> Value(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input)
    {
        spec.Check(parameters, input);
        return Tensor.Create(Forward(parameters, input)[^1].Output, [input.Lengths[0], spec.Widths[^1]]);
    }

    public LossAndGradients<T> LossAndGradients(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target)
    {
        spec.Check(parameters, input);
        ModelSpec.CheckLoss(loss.Spec);
        nint rows = input.Lengths[0];
        Trace<T>[] traces = Forward(parameters, input);
        Evaluation<T> end = loss.Evaluate(Operands<T>.Of(Tensor.Create(traces[^1].Output, [rows, spec.Widths[^1]]), target));
        var gradients = new Tensor<T>[parameters.Count];
        ReadOnlySpan<T> cotangent = end.Gradients["input"].Flat();
        for (int i = layers.Length - 1; i >= 0; i--)
            cotangent = layers[i].Backward(parameters, traces[i], cotangent, rows, gradients, withInput: i > 0);
        return new(end.Value.Flat()[0], [.. gradients]);
    }

    Trace<T>[] Forward(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input)
    {
        var traces = new Trace<T>[layers.Length];
        T[] x = input.Flat().ToArray();
        for (int i = 0; i < layers.Length; i++)
        {
            traces[i] = layers[i].Forward(parameters, x, input.Lengths[0]);
            x = traces[i].Output;
        }
        return traces;
    }

    static IEnumerable<Layer<T>> Layers(Perceptron spec, Func<int, BoundActivation<T>> activation, Plan plan)
    {
        for (int i = 0, parameter = 0; i < spec.Layers; i++)
        {
            var layer = new Layer<T>(spec.Widths[i], spec.Widths[i + 1], parameter, activation(i), plan);
            parameter += layer.Parameters;
            yield return layer;
        }
    }
}
