using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Schedules;
using Xunit;

namespace ParityNet.Definitions.Tests.Facade;

public sealed class CoverageTests
{
    [Fact]
    public void Every_spec_has_a_definition()
    {
        Type[] kinds = [typeof(LossSpec), typeof(ActivationSpec), typeof(OptimizerSpec), typeof(ScheduleSpec), typeof(ModelSpec)];
        string[] missing =
        [
            .. typeof(OpSpec).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && type != typeof(ReduceOnPlateau) && kinds.Any(type.IsSubclassOf))
                .Where(type => !Engine.DefinitionIndex.Has(type))
                .Select(type => $"src/Definitions/…/{type.Name}Definition.cs"),
        ];

        Assert.Empty(missing);
    }

    [Fact]
    public void Spec_without_a_definition_is_refused_with_the_place_to_add_it()
    {
        Assert.False(Definition.Has(new Unheard()));
        Exception problem = Assert.Throws<NotSupportedException>(() => Make.Value(new Unheard(), Operands<double>.Of(Make.Row(1))));

        Assert.Equal("unheard must have a definition: expected src/Definitions/…/UnheardDefinition.cs, got none.", problem.Message);
    }

    sealed record Unheard : ActivationSpec
    {
        public override string Name => "unheard";
    }
}
