using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Torch;

sealed class TorchModel<T>(ModelSpec spec, LossSpec loss) : IModel<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Network network = TorchBackend.NetworkOf(spec);
    readonly Forward lossForward = TorchBackend.ForwardOf(loss);

    public ModelSpec Spec => spec;

    public LossSpec Loss => loss;

    public Tensor<T> Value(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input)
    {
        Check(parameters, input);
        using DisposeScope scope = torch.NewDisposeScope();
        return Output(network([.. parameters.Select(p => p.ToTorch())], input.ToTorch()));
    }

    public LossAndGradients<T> LossAndGradients(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target)
    {
        Check(parameters, input);
        if (loss.Reduction == Reduction.None)
            throw new ArgumentException($"{loss.Name} must be reduced to one number for training: expected Mean or Sum, got {loss.Reduction}.");
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable recording = torch.enable_grad();
        Tensor[] leaves = [.. parameters.Select(p => p.ToTorch().requires_grad_())];
        Tensor output = network(leaves, input.ToTorch());
        loss.Check(Operands<T>.Of(Output(output), target));
        Tensor truth = target.IsIndices ? target.Indices.ToTorch() : target.Numbers.ToTorch();
        Tensor value = lossForward(new Arguments(new Dictionary<string, Tensor> { ["input"] = output, ["target"] = truth }));
        IList<Tensor> gradients = torch.autograd.grad([value], leaves);
        return new LossAndGradients<T>(value.item<T>(), [.. gradients.Zip(parameters, (g, p) => g.ToTensor<T>(p.Lengths))]);
    }

    static Tensor<T> Output(Tensor output) => output.ToTensor<T>([.. output.shape.Select(length => (nint)length)]);

    void Check(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(input);
        ImmutableArray<ParameterInfo> expected = spec.Parameters;
        if (parameters.Count != expected.Length)
            throw new ArgumentException($"{nameof(parameters)} must hold one tensor a parameter of the model: expected {expected.Length}, got {parameters.Count}.");
        for (int i = 0; i < expected.Length; i++)
            Require.Shape(parameters[i], expected[i].Shape.AsSpan(), "the model's parameter", expected[i].Name);
        if (spec is Perceptron p && (input.Rank != 2 || input.Lengths[1] != p.Widths[0]))
            throw new ArgumentException($"{nameof(input)} must be a batch of rows: expected [N, {p.Widths[0]}], got {Shape.Text(input.Lengths)}.");
    }
}
