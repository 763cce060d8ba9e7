using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Optimizers;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

/// <summary>Every op on ordinary numbers.</summary>
static class Ordinary
{
    public static TheoryData<FunctionSpec> Functions =>
    [
        .. SquaredError.Examples, .. AbsoluteError.Examples, .. Huber.Examples, .. SmoothL1.Examples, .. Hinge.Examples,
        .. BinaryCrossEntropy.Examples, .. BinaryCrossEntropyWithLogits.Examples, .. KullbackLeibler.Examples, .. L2Norm.Examples,
        .. CrossEntropy.Examples, .. NegativeLogLikelihood.Examples, .. MultiMargin.Examples,
        .. Identity.Examples, .. ReLU.Examples, .. LeakyReLU.Examples, .. Sigmoid.Examples, .. Tanh.Examples, .. Softplus.Examples,
        .. Gelu.Examples, .. Softmax.Examples, .. LogSoftmax.Examples, .. PReLU.Examples,
        .. Celu.Examples, .. Elu.Examples, .. Selu.Examples, .. Silu.Examples, .. Mish.Examples, .. Softsign.Examples, .. Tanhshrink.Examples,
        .. LogSigmoid.Examples, .. ReLU6.Examples, .. Hardtanh.Examples, .. Threshold.Examples, .. Hardshrink.Examples, .. Softshrink.Examples,
        .. Hardsigmoid.Examples, .. Hardswish.Examples, .. RReLU.Examples, new Glu(0), .. Softmin.Examples,
    ];

    public static TheoryData<OptimizerSpec> Optimizers =>
        [.. Sgd.Examples, .. Adam.Examples, .. AdamW.Examples, .. RmsProp.Examples, .. Adagrad.Examples, .. Adadelta.Examples];

    public static Operands<float> Operands(FunctionSpec spec, Random random)
    {
        Func<double, double> unit = Closed.Sigmoid, any = x => x, logarithm = x => -Math.Abs(x);
        Func<double, double> domain = spec is BinaryCrossEntropy ? unit : spec is KullbackLeibler or NegativeLogLikelihood ? logarithm : any;
        Operands<float> operands = Operands<float>.Of(Make.Random<float>(random, domain, 4, 5));
        return spec switch
        {
            ClassLoss => operands.With("target", Make.Labels(1, 0, 4, 3)),
            RReLU => operands.With("noise", Make.Random<float>(random, unit, 4, 5)),
            PReLU => operands.With("weight", Make.Random<float>(random, any, 5)),
            KullbackLeibler { LogTarget: true } => operands.With("target", Make.Random<float>(random, logarithm, 4, 5)),
            BinaryCrossEntropy or BinaryCrossEntropyWithLogits or KullbackLeibler => operands.With("target", Make.Random<float>(random, unit, 4, 5)),
            LossSpec => operands.With("target", Make.Random<float>(random, any, 4, 5)),
            _ => operands,
        };
    }

    public static OptimizerState<float> State(OptimizerSpec spec, Random random) => new(
        [Make.Random<float>(random, x => x, 20)],
        random.Next(100),
        spec.Slots.ToImmutableDictionary(slot => slot.Name, slot => ImmutableArray.Create(Make.Random<float>(random, x => x * x, 20))));
}
