using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Definitions.Models;

// x⁽ˡ⁺¹⁾ = f(x⁽ˡ⁾·Wᵀ + b). Layer by layer backwards, with the slopes of activations and loss from their own definitions.
sealed class PerceptronDefinition : ModelDefinition
{
    public override Type SpecType => typeof(Perceptron);

    public override DefinedModel<R> Evaluate<T, R>(
        ModelSpec spec, LossSpec loss, IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target)
    {
        var perceptron = (Perceptron)spec;
        Check(perceptron, loss, parameters, input);
        int batch = (int)input.Lengths[0];
        R[] x = Argument<R>.NumbersOf(input);
        var layers = new List<Layer<R>>();
        for (int l = 0, first = 0; l < perceptron.Layers; l++)
        {
            bool hasSlope = perceptron.ActivationOf(l) is PReLU;
            var layer = new Layer<R>(
                perceptron.ActivationOf(l),
                batch,
                [.. parameters.Skip(first).Take(hasSlope ? 3 : 2).Select(Argument<R>.NumbersOf)],
                x);
            layers.Add(layer);
            x = layer.Output;
            first += hasSlope ? 3 : 2;
        }

        DefinedFunction<R> ofLoss = DefinitionIndex.Find<FunctionDefinition>(loss).Evaluate(
            loss,
            new Arguments<R> { ["input"] = new([batch, perceptron.Widths[^1]], x), ["target"] = Argument<R>.Of(target) },
            ["input"],
            cotangent: null);
        return new([.. x], ofLoss.Value[0], Backwards(layers, [.. ofLoss.Gradients["input"]]));
    }

    static ImmutableArray<ImmutableArray<R>> Backwards<R>(List<Layer<R>> layers, R[] cotangent)
        where R : struct, IReal<R>
    {
        var gradients = new List<ImmutableArray<R>>();
        for (int l = layers.Count - 1; l >= 0; l--)
        {
            gradients.InsertRange(0, layers[l].Gradients(cotangent, out R[] ofInput));
            cotangent = ofInput;
        }

        return [.. gradients];
    }

    static void Check<T>(Perceptron spec, LossSpec loss, IReadOnlyList<Tensor<T>> parameters, Tensor<T> input)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(input);
        if (parameters.Count != spec.Parameters.Length)
            throw new ArgumentException($"{nameof(parameters)} must hold one tensor a parameter: expected {spec.Parameters.Length}, got {parameters.Count}.");
        for (int i = 0; i < parameters.Count; i++)
            Require.Shape(parameters[i], spec.Parameters[i].Shape.AsSpan(), spec.Parameters[i].Name, $"parameter {i}");
        Require.Shape(input, [input.Rank > 0 ? input.Lengths[0] : 0, spec.Widths[0]], "a batch");
        if (loss.Reduction == Reduction.None)
            throw new ArgumentException($"{nameof(loss)} must be reduced: expected Mean or Sum, got {loss.Reduction}.");
    }
}
