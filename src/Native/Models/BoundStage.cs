using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Models;

namespace ParityNet.Native.Models;

/// <summary>A stage of a chain, bound to its kernel.</summary>
sealed class BoundStage<T>(Stage stage, IBackend backend) where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly IFunction<T> function = backend.Function<T>(stage.Function);
    readonly IFunction<T>? statistics = stage.Statistics is { } s ? backend.Layer<T>(s) : null;
    readonly ImmutableArray<StageArgument> parameters = [.. stage.From(StageSource.Parameter)];
    readonly ImmutableArray<StageArgument> buffers = [.. stage.From(StageSource.Buffer)];

    /// <summary>The arguments, given the output of the previous stage.</summary>
    public Operands<T> Operands(Tensor<T> input, IReadOnlyList<Tensor<T>> all, ModelContext<T> context) => stage.Arguments.Aggregate(
        Operands<T>.Of(input), (operands, argument) => operands.With(argument.Operand, (argument.Source switch
        {
            StageSource.Parameter => all,
            StageSource.Buffer => context.Buffers,
            _ => context.Masks,
        })[argument.Index]));

    public Tensor<T> Value(Operands<T> operands) => function.Value(operands);

    /// <summary>The backward pass: writes the gradients of this stage's parameters.</summary>
    /// <returns>The gradient with respect to the input; null if it is not requested.</returns>
    public Tensor<T>? Back(Operands<T> operands, Tensor<T> cotangent, Tensor<T>[] gradients, bool withInput)
    {
        IEnumerable<string> own = parameters.Select(p => p.Operand);
        string[] names = [.. withInput ? own.Prepend("input") : own];
        // Recomputing a matrix product for a known value would be too expensive.
        ImmutableDictionary<string, Tensor<T>> derivatives = function is IPullback<T> known
            ? known.Pullback(operands, names, cotangent)
            : function.Evaluate(operands, names, cotangent).Gradients;
        foreach (StageArgument parameter in parameters)
            gradients[parameter.Index] = derivatives[parameter.Operand];
        return withInput ? derivatives["input"] : null;
    }

    /// <summary>Updates the running statistics of this stage.</summary>
    public void Move(Operands<T> operands, Tensor<T>[] all)
    {
        if (statistics is null)
            return;
        Operands<T> own = stage.Statistics!.Operands.Aggregate(Operands<T>.None, (some, o) => some.With(o.Name, operands[o.Name]));
        T[] moved = statistics.Value(own).Flat().ToArray();
        int width = moved.Length / buffers.Length;
        for (int i = 0; i < buffers.Length; i++)
            all[buffers[i].Index] = Tensor.Create(moved[(i * width)..((i + 1) * width)], [width]);
    }
}
