using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Torch;

sealed class TorchModel<T>(ModelSpec spec, LossSpec loss) : IModel<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly Network calm = TorchBackend.NetworkOf(spec, training: false), training = TorchBackend.NetworkOf(spec, training: true);
    readonly Forward lossForward = TorchBackend.ForwardOf(loss);

    public ModelSpec Spec => spec;

    public LossSpec Loss => loss;

    public Tensor<T> Value(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, ModelContext<T>? context = null)
    {
        ModelContext<T> full = spec.Check(parameters, input, context);
        return Refusal.Named(() =>
        {
            using DisposeScope scope = torch.NewDisposeScope();
            return Output(calm(Sources([.. parameters.Select(p => p.ToTorch())], full), input.ToTorch(), null));
        });
    }

    public LossAndGradients<T> LossAndGradients(
        IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T>? context = null)
    {
        ModelContext<T> full = spec.Check(parameters, input, context, training: true);
        ModelSpec.CheckLoss(loss);
        return Refusal.Named(() => Trained(parameters, input, target, full));
    }

    LossAndGradients<T> Trained(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T> context)
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable recording = torch.enable_grad();
        Tensor[] leaves = [.. parameters.Select(p => p.ToTorch().requires_grad_())];
        var moved = new Tensor[context.Buffers.Length];
        Tensor output = training(Sources(leaves, context), input.ToTorch(), moved);
        loss.Check(Operands<T>.Of(Output(output), target));
        bool labels = loss.Operands.First(o => o.Name == "target").IsIndices(target);
        Tensor truth = labels ? target.Indices.ToTorch() : target.Numbers.ToTorch();
        Tensor value = lossForward(new TorchArguments(new Dictionary<string, Tensor> { ["input"] = output, ["target"] = truth }));
        Tensor[] gradients = Derivatives.Of(value, leaves);
        return new LossAndGradients<T>(
            value.item<T>(),
            [.. gradients.Zip(parameters, (g, p) => g.ToTensor<T>(p.Lengths))],
            [.. moved.Zip(context.Buffers, (m, b) => m.ToTensor<T>(b.Lengths))]);
    }

    static Dictionary<StageSource, Tensor[]> Sources(Tensor[] parameters, ModelContext<T> context) => new()
    {
        [StageSource.Parameter] = parameters,
        [StageSource.Buffer] = [.. context.Buffers.Select(b => b.ToTorch())],
        [StageSource.Mask] = [.. context.Masks.Select(m => m.ToTorch())],
    };

    static Tensor<T> Output(Tensor output) => output.ToTensor<T>([.. output.shape.Select(length => (nint)length)]);
}
