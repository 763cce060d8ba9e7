using ParityNet.Torch.Rules;

namespace ParityNet.Torch;

public sealed partial class TorchBackend
{
    internal static StateRule StepOf(OptimizerSpec spec) => spec switch
    {
        OptimizerWrapper wrapper => Around(wrapper, StepOf(wrapper.Optimizer)),
        Groups groups => GroupRule.Of(groups, [.. groups.Optimizers.Select(StepOf)]),
        _ => Each(RuleOf(spec)),
    };

    static StateRule Around(OptimizerWrapper spec, StateRule inner) => spec switch
    {
        ClipGradNorm s => all => ClipRules.Next(s, all, inner),
        ClipGradValue s => all => ClipRules.Next(s, all, inner),
        DecoupledWeightDecay s => all => WeightRules.Next(s, all, inner),
        Lookahead s => all => WeightRules.Next(s, all, inner),
        Ema s => all => WeightRules.Next(s, all, inner),
        Accumulate s => all => WeightRules.Next(s, all, inner),
        _ => throw Missing(spec, "Optimizers"),
    };

    static StateRule Each(Rule rule) => all => [.. all.Select(step => rule(step))];

    static Rule RuleOf(OptimizerSpec spec) => spec switch
    {
        Sgd s => step => SgdRule.Next(s, step),
        Adagrad s => step => AdagradRule.Next(s, step),
        RmsProp s => step => RmsPropRule.Next(s, step),
        AmsGradFamily s => step => AdamRule.Next(s, step),
        Adamax s => step => AdamaxRule.Next(s, step),
        RAdam s => step => RAdamRule.Next(s, step),
        NAdam s => step => NAdamRule.Next(s, step),
        Adan s => step => AdanRule.Next(s, step),
        Asgd s => step => AsgdRule.Next(s, step),
        AdaBelief s => step => AdaBeliefRule.Next(s, step),
        Yogi s => step => YogiRule.Next(s, step),
        Lion s => step => LionRule.Next(s, step),
        Signum s => step => SignumRule.Next(s, step),
        Rprop s => step => RpropRule.Next(s, step),
        Lars s => step => LarsRule.Next(s, step),
        Lamb s => step => LambRule.Next(s, step),
        Adafactor s => step => AdafactorRule.Next(s, step),
        Muon s => step => MuonRule.Next(s, step),
        Adadelta s => step => AdadeltaRule.Next(s, step),
        _ => throw Missing(spec, "Optimizers"),
    };
}
