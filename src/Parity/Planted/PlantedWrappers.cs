using System.Collections.Immutable;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes in optimizers around others, and in those that look at a parameter as a whole.</summary>
static class PlantedWrappers
{
    static PlantedError Spec<TSpec>(string name, string op, Func<TSpec, OpSpec> change) where TSpec : OpSpec =>
        new(name, op, right => new OtherSpec(right, spec => spec is TSpec its ? change(its) : spec));

    /// <summary>All of them.</summary>
    public static ImmutableArray<PlantedError> All { get; } =
    [
        Spec<ClipGradNorm>("every norm Euclidean", "clip_grad_norm", s => s with { NormType = 2 }),
        Spec<ClipGradNorm>("the bound doubled", "clip_grad_norm", s => s with { MaxNorm = 2 * s.MaxNorm }),
        Spec<ClipGradNorm>("clipped by value", "clip_grad_norm", s => new ClipGradValue(s.Optimizer, s.MaxNorm)),
        Spec<ClipGradNorm>("the gradient negated besides", "clip_grad_norm", s => s with { Optimizer = s.Optimizer with { Maximize = !s.Maximize } }),
        new PlantedError("one norm a tensor", "clip_grad_norm", right => new OtherClipping(right, OtherClipping.Way.EachTensor))
            .After(Published.BurnClipping),
        new PlantedError("no margin beside the norm", "clip_grad_norm", right => new OtherClipping(right, OtherClipping.Way.NoMargin))
            .After(Published.OptaxClipping),
        new("scaled up where the norm is small", "clip_grad_norm", right => new OtherClipping(right, OtherClipping.Way.AlwaysToBound)),
        Spec<ClipGradNorm>("the bound squared", "clip_grad_norm", s => s with { MaxNorm = s.MaxNorm * s.MaxNorm }),
        Spec<ClipGradNorm>("no norm of negative powers", "clip_grad_norm", s => s with { NormType = Math.Abs(s.NormType) }),
        Spec<ClipGradNorm>("elements are not counted: p = 0 taken as 2", "clip_grad_norm", s =>
            s with { NormType = s.NormType == 0 ? 2 : s.NormType }),
        Spec<ClipGradNorm>("one norm for all though each has its own", "clip_grad_norm", s => s with { PerTensor = false }),
        Spec<ClipGradNorm>("ε is PyTorch's always", "clip_grad_norm", s => s with { Epsilon = ClipGradNorm.Margin }),
        Spec<ClipGradValue>("clipped to ½ at most", "clip_grad_value", s => s with { ClipValue = Math.Min(s.ClipValue, 0.5) }),
        Spec<ClipGradValue>("the bound doubled", "clip_grad_value", s => s with { ClipValue = 2 * s.ClipValue }),
        Spec<ClipGradValue>("not clipped", "clip_grad_value", s => s with { ClipValue = 1e30 }),
        Spec<DecoupledWeightDecay>("decay coupled to the gradient", "decoupled_weight_decay", s =>
            s with { Decay = 0, Optimizer = s.Optimizer with { WeightDecay = s.Decay } }),
        Spec<DecoupledWeightDecay>("decay without the learning rate", "decoupled_weight_decay", s => s.LearningRate == 0 ? s
            : s with { Decay = s.Decay / s.LearningRate }),
        Spec<Lookahead>("looks back a step late", "lookahead", s => s with { K = s.K + 1 }),
        Spec<Lookahead>("α and 1 − α swapped", "lookahead", s => s with { Alpha = 1 - s.Alpha }),
        Spec<Lookahead>("never looks back", "lookahead", s => s with { K = int.MaxValue }),
        Spec<Ema>("δ and 1 − δ swapped", "ema", s => s with { Decay = 1 - s.Decay }),
        Spec<Lookahead>("looks back at every step", "lookahead", s => s with { K = 1 }),
        Spec<Ema>("the weights climb inside", "ema", s => s with { Optimizer = s.Optimizer with { Maximize = !s.Optimizer.Maximize } }),
        new("the first average starts at 0", "ema", right => new OtherFirstAverage(right)),
        Spec<Ema>("all averages exponential", "ema", s => s with { Averaging = AveragingForm.Exponential }),
        Spec<Accumulate>("sums and means swapped", "accumulate",
            s => s with { Reduction = s.Reduction == AccumulationForm.Sum ? AccumulationForm.Mean : AccumulationForm.Sum }),
        Spec<Accumulate>("steps one gradient late", "accumulate", s => s with { Steps = s.Steps + 1 }),
        Spec<Accumulate>("steps with every gradient", "accumulate", s => s with { Steps = 1 }),
        Spec<Lars>("no trust coefficient", "lars", s => s with { TrustCoefficient = 1 }),
        Spec<Lars>("Nesterov ignored", "lars", s => s with { Nesterov = false }),
        Spec<Lars>("decay left out", "lars", s => s with { WeightDecay = 0 }),
        new("0/0 where nothing pulls", "lars", right => new OtherRule(right, (_, x) => x.G == 0 ? x with { P = double.NaN } : x)),
        Spec<Lars>("no trust ratio", "lars", s => new Sgd(s.LearningRate, s.Momentum, 0, s.WeightDecay, false, s.Maximize)),
        Spec<Lamb>("no trust ratio", "lamb", s => new AdamW(s.LearningRate, s.Beta1, s.Beta2, s.Epsilon, s.WeightDecay, false, s.Maximize)),
        Spec<Lamb>("βs swapped", "lamb", s => s with { Beta1 = s.Beta2, Beta2 = s.Beta1 }),
        Spec<Lamb>("decay outside the norm", "lamb", s => new DecoupledWeightDecay(s with { WeightDecay = 0 }, s.WeightDecay)),
        Spec<Lamb>("ε of Adam", "lamb", s => s with { Epsilon = 1e-8 }),
        Spec<Adafactor>("ε₁ as in the paper", "adafactor", s => s with { Epsilon1 = 1e-30 }),
        Spec<Adafactor>("γ of −1", "adafactor", s => s with { Beta2Decay = -1 }),
        Spec<Adafactor>("steps never clipped", "adafactor", s => s with { ClipThreshold = 1e30 }),
        Spec<Adafactor>("ε₂ left out", "adafactor", s => s with { Epsilon2 = 0 }),
        Spec<Adafactor>("maximize ignored", "adafactor", s => s with { Maximize = false }),
        Spec<Adafactor>("ε₁ of 10", "adafactor", s => s with { Epsilon1 = 10 }),
        Spec<Muon>("ε of 10", "muon", s => s with { Epsilon = 10 }),
        Spec<Muon>("one iteration left out", "muon", s => s with { Iterations = Math.Max(0, s.Iterations - 1) }),
        Spec<Muon>("Nesterov swapped", "muon", s => s with { Nesterov = !s.Nesterov }),
        Spec<Muon>("the rate fitted otherwise", "muon", s => s with { Rate = s.Rate == MuonRate.Original ? MuonRate.MatchRmsAdamW
            : MuonRate.Original }),
        Spec<Muon>("decay left out", "muon", s => s with { WeightDecay = 0 }),
        Spec<Muon>("not orthogonalized", "muon", s => s with { Iterations = 0 }),
        Spec<Groups>("one rate for all groups", "groups", s =>
            s with { Optimizers = [.. s.Optimizers.Select(o => o with { LearningRate = s.LearningRate })] }),
        Spec<Groups>("the first group's optimizer for all", "groups", s => s with { Optimizers = [.. s.Optimizers.Select(_ => s.Optimizers[0])] }),
        Spec<Groups>("one direction for all groups", "groups", s => s with { Maximize = false }),
    ];
}
