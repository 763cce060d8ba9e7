using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Losses;
using ParityNet.Native.Simd;
using Tensor = TorchSharp.torch.Tensor;

namespace ParityNet.Tests.LogCoshExample;

/// <summary>The two lines that a new loss adds to the backends, as they stand there.</summary>
static class Lines
{
    public static ILoss<T> Native<T>(LossSpec spec, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> => spec switch
    {
        LogCosh s => new BoundElementLoss<double, T, LogCoshKernel<T>>(s, new(), plan),
        _ => throw new NotSupportedException(spec.Name),
    };

    public static Func<Tensor, Tensor, Tensor> Torch(LossSpec spec) => spec switch
    {
        LogCosh s => Pairs((x, y) => Reduced((x - y).abs() + (-2 * (x - y).abs()).exp().log1p() - Math.Log(2), s)),
        _ => throw new NotSupportedException(spec.Name),
    };

    static Func<Tensor, Tensor, Tensor> Pairs(Func<Tensor, Tensor, Tensor> loss) => loss;

    static Tensor Reduced(Tensor losses, LossSpec spec) => spec.Reduction switch
    {
        Reduction.Mean => losses.mean(),
        Reduction.Sum => losses.sum(),
        _ => losses,
    };
}
