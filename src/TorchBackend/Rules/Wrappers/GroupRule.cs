namespace ParityNet.Torch.Rules;

static class GroupRule
{
    /// <summary>The step of all groups, given the rules of their optimizers.</summary>
    public static StateRule Of(Groups spec, StateRule[] steps) => all =>
    {
        var after = new Tensor[all.Count];
        for (int group = 0; group < steps.Length; group++)
        {
            int[] own = [.. Enumerable.Range(0, all.Count).Where(i => spec.GroupOf(i) == group)];
            Tensor[] moved = steps[group]([.. own.Select(i => all[i].For(spec.Optimizers[group], pace: spec.RateOf(group, all[i].Rate)))]);
            for (int i = 0; i < own.Length; i++)
                after[own[i]] = moved[i];
        }
        return after;
    };
}
