using ParityNet.Torch.Rules;

namespace ParityNet.Torch;

public sealed partial class TorchBackend
{
    internal static StateRule StepOf(OptimizerSpec spec)
    {
        Rule rule = RuleOf(spec);
        return all => [.. all.Select(step => rule(step))];
    }

    static Rule RuleOf(OptimizerSpec spec) => spec switch
    {
        Sgd s => step => SgdRule.Next(s, step),
        Adagrad s => step => AdagradRule.Next(s, step),
        RmsProp s => step => RmsPropRule.Next(s, step),
        AmsGradFamily s => step => AdamRule.Next(s, step),
        Adamax s => step => AdamaxRule.Next(s, step),
        RAdam s => step => RAdamRule.Next(s, step),
        AdaBelief s => step => AdaBeliefRule.Next(s, step),
        Yogi s => step => YogiRule.Next(s, step),
        Lion s => step => LionRule.Next(s, step),
        Signum s => step => SignumRule.Next(s, step),
        Rprop s => step => RpropRule.Next(s, step),
        Adadelta s => step => AdadeltaRule.Next(s, step),
        _ => throw Missing(spec, "Optimizers"),
    };
}
