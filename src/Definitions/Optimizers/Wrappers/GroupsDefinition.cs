using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// Each optimizer updates its own parameters with its own learning rate.
sealed class GroupsDefinition : StateDefinition<Groups>
{
    protected override void Update<R>(Groups spec, ImmutableArray<Variable<R>> all, long step, Host rate)
    {
        for (int group = 0; group < spec.Optimizers.Length; group++)
        {
            OptimizerSpec own = spec.Optimizers[group];
            Host share = spec.LearningRate == 0 ? rate : own.LearningRate * (rate / spec.LearningRate);
            DefinitionIndex.Find<OptimizerDefinition>(own).Update(own, [.. all.Where((_, i) => spec.GroupOf(i) == group)], step, share);
        }
    }
}
