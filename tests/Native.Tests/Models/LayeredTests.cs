using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Native.Tests.Models;

/// <summary>The output of a perceptron is that of its layers one after the other, each found by the names of its parameters.</summary>
public class LayeredTests
{
    static readonly NativeBackend Backend = new();

    public static TheoryData<int> Examples => [.. Enumerable.Range(0, Perceptron.Examples.Length)];

    [Theory, MemberData(nameof(Examples))]
    public void A_perceptron_is_its_layers_one_after_the_other(int example)
    {
        var model = (Perceptron)Perceptron.Examples[example];
        Tensor<double>[] parameters = [.. model.Init<double>(5)], buffers = [.. model.InitBuffers<double>()];
        Tensor<double> input = Tensor.Create([.. Enumerable.Range(0, 2 * model.Inputs).Select(i => Math.Sin(1 + i))], [2, model.Inputs]), x = input;
        int last = model.Widths.Length - 2;
        for (int layer = 0; layer <= last; layer++)
        {
            x = Backend.Layer<double>(new Linear()).Value(Operands<double>.Of(x).With("weight", Of($"{layer}.weight")).With("bias", Of($"{layer}.bias")));
            if (layer < last && model.Normalization == Normalization.Layer)
                x = Backend.Layer<double>(new LayerNorm([model.Widths[layer + 1]])).Value(Scaled(layer, x));
            if (layer < last && model.Normalization == Normalization.Batch)
                x = Backend.Layer<double>(new BatchNorm()).Value(Scaled(layer, x)
                    .With("running_mean", Buffer($"{layer}.norm.running_mean")).With("running_var", Buffer($"{layer}.norm.running_var")));
            ActivationSpec activation = layer < last ? model.Hidden : model.Output;
            Operands<double> arguments = Operands<double>.Of(x);
            x = Backend.Activation<double>(activation).Value(activation is PReLU ? arguments.With("weight", Of($"{layer}.slope")) : arguments);
        }
        Assert.Equal(x.Flat().ToArray(), Backend.Model<double>(model, new SquaredError()).Value(parameters, input, new([.. buffers], [])).Flat().ToArray());

        Operands<double> Scaled(int layer, Tensor<double> of) =>
            Operands<double>.Of(of).With("weight", Of($"{layer}.norm.weight")).With("bias", Of($"{layer}.norm.bias"));

        Tensor<double> Of(string name) => parameters[model.Parameters.Index().First(p => p.Item.Name == name).Index];

        Tensor<double> Buffer(string name) => buffers[model.Buffers.Index().First(b => b.Item.Name == name).Index];
    }
}
