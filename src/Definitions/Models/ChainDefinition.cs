using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Definitions.Models;

/// <summary>
/// The definition of a model that is a chain of functions: a forward pass, then a backward pass with the derivatives of their definitions.
/// </summary>
abstract class ChainDefinition : ModelDefinition
{
    public sealed override DefinedModel<R> Evaluate<T, R>(
        ModelSpec spec, LossSpec loss, IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T> context)
    {
        var sources = new Dictionary<StageSource, Argument<R>[]>
        {
            [StageSource.Parameter] = Read<T, R>(parameters),
            [StageSource.Buffer] = Read<T, R>(context.Buffers),
            [StageSource.Mask] = Read<T, R>(context.Masks),
        };
        Argument<R> start = Argument<R>.Of<T>(input);
        Argument<R> output = spec.Stages(training: false).Aggregate(start, (x, stage) => new Link<R>(stage, x, sources).Output);
        var links = new List<Link<R>>();
        foreach (Stage stage in spec.Stages(training: true))
            links.Add(new(stage, links.Count == 0 ? start : links[^1].Output, sources));
        DefinedFunction<R> ofLoss = DefinitionIndex.Find<FunctionDefinition>(loss).Evaluate(
            loss, new Arguments<R>
            {
                ["input"] = links[^1].Output,
                ["target"] = Argument<R>.Of(loss.Operands.First(o => o.Name == "target"), target)
            }, ["input"], cotangent: null);
        var gradients = new ImmutableArray<R>[parameters.Count];
        R[] cotangent = [.. ofLoss.Gradients["input"]];
        for (int i = links.Count - 1; i >= 0; i--)
            cotangent = links[i].Back(cotangent, gradients);
        ImmutableArray<R>[] buffers = [.. sources[StageSource.Buffer].Select(b => b.Numbers.ToImmutableArray())];
        foreach (Link<R> link in links)
            link.Move(buffers);
        return new([.. output.Numbers], ofLoss.Value[0], [.. gradients], [.. buffers]);
    }

    static Argument<R>[] Read<T, R>(IReadOnlyList<Tensor<T>> tensors)
        where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
        where R : struct, IReal<R> => [.. tensors.Select(tensor => Argument<R>.Of<T>(tensor))];
}
