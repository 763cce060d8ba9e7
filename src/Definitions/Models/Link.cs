using System.Collections.Immutable;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Models;

namespace ParityNet.Definitions.Models;

/// <summary>A stage of a chain, evaluated on the output of the previous stage.</summary>
sealed class Link<R>
    where R : struct, IReal<R>
{
    readonly Stage stage;
    readonly FunctionDefinition definition;
    readonly Arguments<R> arguments;

    public Link(Stage stage, Argument<R> input, IReadOnlyDictionary<StageSource, Argument<R>[]> sources)
    {
        this.stage = stage;
        definition = DefinitionIndex.Find<FunctionDefinition>(stage.Function);
        arguments = Arguments<R>.Of(stage.Arguments.Select(a => (a.Operand, sources[a.Source][a.Index])).Prepend(("input", input)));
        R[] value = [.. definition.Evaluate(stage.Function, arguments, [], cotangent: null).Value];
        Output = new([input.Shape[0], value.Length / input.Shape[0]], value);
    }

    /// <summary>The output, one row per example.</summary>
    public Argument<R> Output { get; }

    /// <summary>The backward pass: writes the gradients of this stage's parameters.</summary>
    /// <param name="cotangent">The gradient of the output.</param>
    /// <param name="gradients">Receives the gradients, by parameter.</param>
    /// <returns>The gradient of the input.</returns>
    public R[] Back(R[] cotangent, ImmutableArray<R>[] gradients)
    {
        ImmutableDictionary<string, ImmutableArray<R>> own = definition.Evaluate(
            stage.Function, arguments, ["input", .. stage.From(StageSource.Parameter).Select(p => p.Operand)], cotangent).Gradients;
        foreach (StageArgument parameter in stage.From(StageSource.Parameter))
            gradients[parameter.Index] = own[parameter.Operand];
        return [.. own["input"]];
    }

    /// <summary>Updates the running statistics of this stage.</summary>
    /// <param name="buffers">The buffers; those of this stage are replaced.</param>
    public void Move(ImmutableArray<R>[] buffers)
    {
        if (stage.Statistics is not { } statistics)
            return;
        ImmutableArray<R> moved = DefinitionIndex.Find<FunctionDefinition>(statistics).Evaluate(
            statistics, Arguments<R>.Of(statistics.Operands.Select(o => (o.Name, arguments[o.Name]))), [], cotangent: null).Value;
        StageArgument[] own = [.. stage.From(StageSource.Buffer)];
        int width = moved.Length / own.Length;
        for (int i = 0; i < own.Length; i++)
            buffers[own[i].Index] = [.. moved.Skip(i * width).Take(width)];
    }
}
