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
        spec.Check(parameters, input);
        using DisposeScope scope = torch.NewDisposeScope();
        return Output(network([.. parameters.Select(p => p.ToTorch())], input.ToTorch()));
    }

    public LossAndGradients<T> LossAndGradients(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target)
    {
        spec.Check(parameters, input);
        ModelSpec.CheckLoss(loss);
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
}
