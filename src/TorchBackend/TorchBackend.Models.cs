namespace ParityNet.Torch;

/// <summary>A network in libtorch's own words: the output of a batch.</summary>
delegate Tensor Network(IReadOnlyList<Tensor> parameters, Tensor input);

public sealed partial class TorchBackend
{
    internal static Network NetworkOf(ModelSpec spec) => spec switch
    {
        Perceptron s => (parameters, input) => PerceptronOutput(s, parameters, input),
        _ => throw Missing(spec, "Models"),
    };

    static Tensor PerceptronOutput(Perceptron spec, IReadOnlyList<Tensor> parameters, Tensor input)
    {
        int next = 0;
        Tensor x = input;
        for (int layer = 0; layer < spec.Layers; layer++)
        {
            ActivationSpec activation = spec.ActivationOf(layer);
            var arguments = new Dictionary<string, Tensor> { ["input"] = F.linear(x, parameters[next++], parameters[next++]) };
            if (activation is PReLU)
                arguments["weight"] = parameters[next++];
            x = ForwardOf(activation)(new Arguments(arguments));
        }
        return x;
    }
}
