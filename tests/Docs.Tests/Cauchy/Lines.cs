using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Losses;
using ParityNet.Native.Simd;
using ParityNet.Torch;
using static ParityNet.Torch.LossForms;
using static ParityNet.Torch.Scalars;

namespace ParityNet.Tests.CauchyExample;

/// <summary>The two lines that a new loss adds to the backends, as they stand there.</summary>
static class Lines
{
    public static ILoss<T> Native<T>(LossSpec spec, Plan plan) where T : unmanaged, IFloatingPointIeee754<T> => spec switch
    {
        Cauchy s => new BoundElementLoss<double, T, CauchyKernel<T>>(s, new(), plan),
        _ => throw new NotSupportedException(spec.Name),
    };

    public static Forward ForwardOf(LossSpec spec) => spec switch
    {
        Cauchy s => Pairs((x, y) => Reduced((Held(0.5) * (x - y).Squared()).log1p(), s)),
        _ => throw new NotSupportedException(spec.Name),
    };
}
