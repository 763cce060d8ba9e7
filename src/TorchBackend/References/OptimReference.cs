using TorchSharp.Modules;
using Adagrad = ParityNet.Optimizers.Adagrad;
using Adam = ParityNet.Optimizers.Adam;
using AdamW = ParityNet.Optimizers.AdamW;

namespace ParityNet.Torch.References;

/// <summary>The optimizers of TorchSharp's <c>torch.optim</c>, which are C# ports, and what they remember.</summary>
/// <remarks>Their steps convert numbers to scalars inside TorchSharp, where <see cref="Scalars"/> cannot hold them.</remarks>
static class OptimReference
{
    public const string Name = "TorchSharp's torch.optim, C# ports";

    public static string[] Limits { get; } =
    [
        "sgd with maximize and weight_decay is held against no reference: TorchSharp's SGD adds the decay to the gradient and then climbs, so that weights grow.",
        "sgd with maximize and momentum is held against no reference: TorchSharp's SGD remembers the gradient as it is, PyTorch's the negated one.",
    ];

    /// <summary>Makes the optimizer of a spec; null where there is none with its options.</summary>
    public static Func<IEnumerable<Parameter>, OptimizerHelper>? Of(OptimizerSpec spec) => spec switch
    {
        Sgd { Maximize: true, WeightDecay: > 0 } or Sgd { Maximize: true, Momentum: > 0 } => null,
        // A spec that is built again from the options of the library is the same, unless it uses others.
        Sgd s when s == new Sgd(s.LearningRate, s.Momentum, s.Dampening, s.WeightDecay, s.Nesterov, s.Maximize) =>
            p => torch.optim.SGD(p, s.LearningRate, s.Momentum, s.Dampening, s.WeightDecay, s.Nesterov, s.Maximize),
        Adam s when s == new Adam(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize) =>
            p => torch.optim.Adam(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize),
        AdamW s when s == new AdamW(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize) =>
            p => torch.optim.AdamW(p, s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, s.AmsGrad, s.Maximize),
        RmsProp s when s == new RmsProp(s.LearningRate, s.Alpha, s.Epsilon, s.WeightDecay, s.Momentum, s.Centered, s.Maximize) =>
            p => torch.optim.RMSProp(p, s.LearningRate, s.Alpha, s.Epsilon, s.WeightDecay, s.Momentum, s.Centered, s.Maximize),
        Adagrad s when s == new Adagrad(s.LearningRate, s.LearningRateDecay, s.WeightDecay, s.InitialAccumulator, s.Epsilon) =>
            p => torch.optim.Adagrad(p, s.LearningRate, s.LearningRateDecay, s.WeightDecay, s.InitialAccumulator, s.Epsilon),
        _ => null,
    };

    /// <summary>One slot of what is remembered about a parameter.</summary>
    public static Tensor Slot(OptimizerState state, string name) => (state, name) switch
    {
        (SGD.State s, "momentum_buffer") => s.momentum_buffer,
        (TorchSharp.Modules.Adam.State s, "exp_avg") => s.exp_avg,
        (TorchSharp.Modules.Adam.State s, "exp_avg_sq") => s.exp_avg_sq,
        (TorchSharp.Modules.Adam.State s, "max_exp_avg_sq") => s.max_exp_avg_sq,
        (TorchSharp.Modules.AdamW.State s, "exp_avg") => s.exp_avg,
        (TorchSharp.Modules.AdamW.State s, "exp_avg_sq") => s.exp_avg_sq,
        (TorchSharp.Modules.AdamW.State s, "max_exp_avg_sq") => s.max_exp_avg_sq,
        (RMSProp.State s, "square_avg") => s.square_avg,
        (RMSProp.State s, "momentum_buffer") => s.momentum_buffer,
        (RMSProp.State s, "grad_avg") => s.grad_avg,
        (TorchSharp.Modules.Adagrad.State s, "sum") => s.sum,
        _ => throw new NotSupportedException($"{state.GetType().DeclaringType?.Name} must remember {name}: expected a line in src/TorchBackend/References/OptimReference.cs, got none."),
    } ?? throw new InvalidOperationException($"{name} must be there after a step: expected a tensor, got none.");
}
