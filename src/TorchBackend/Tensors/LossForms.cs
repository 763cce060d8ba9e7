using TorchReduction = TorchSharp.torch.nn.Reduction;

namespace ParityNet.Torch;

/// <summary>How a loss of libtorch receives its arguments and reduces its elements.</summary>
static class LossForms
{
    // Expanded here, because libtorch warns where it broadcasts in a loss; here broadcasting is part of the contract.
    public static Forward Pairs(Func<Tensor, Tensor, Tensor> loss) => a =>
    {
        nint[] shape = Shape.Broadcast(Lengths(a.Input), Lengths(a.Target))!;
        long[] common = [.. shape.Select(length => (long)length)];
        return loss(a.Input.expand(common), a.Target.expand(common));
    };

    // Some of libtorch's losses require the same rank for all arguments.
    public static Forward Broadcast(BroadcastLoss spec, Func<Tensor[], Tensor> loss) => a =>
    {
        string[] names = [.. spec.Operands.Select(o => o.Name)];
        long[] common = [.. spec.Common(name => [.. Lengths(a[name]!)]).Select(length => (long)length)];
        return loss([.. names.Select(name => a[name]!.expand(common))]);
    };

    // Only some of these losses of libtorch accept a single example without a batch dimension.
    public static Forward Rows(Func<Tensor, Tensor, Tensor?, Tensor> loss) => a =>
        a.Input.dim() > 1 ? loss(a.Input, a.Target, a.Weight)
        : loss(a.Input.unsqueeze(0), a.Target.is_floating_point() ? a.Target.unsqueeze(0) : a.Target, a.Weight);

    // As in PyTorch, the batch size is that of the prediction before broadcasting.
    public static Tensor Reduced(Tensor losses, LossSpec spec, long batch = 1) => spec.Reduction switch
    {
        Reduction.Mean => losses.mean(),
        Reduction.Sum => losses.sum(),
        Reduction.BatchMean => losses.sum() / Held(batch),
        _ => losses,
    };

    public static TorchReduction Of(LossSpec spec) => spec.Reduction switch
    {
        Reduction.Mean => TorchReduction.Mean,
        Reduction.Sum => TorchReduction.Sum,
        _ => TorchReduction.None,
    };

    public static nint[] Lengths(Tensor tensor) => [.. tensor.shape.Select(length => (nint)length)];
}
