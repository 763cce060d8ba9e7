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
        Adam s => step => AdamRule.Next(s, step),
        AdamW s => step => AdamRule.Next(s, step),
        Adadelta s => step => AdadeltaRule.Next(s, step),
        _ => throw Missing(spec, "Optimizers"),
    };
}
