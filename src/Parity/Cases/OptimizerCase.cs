using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>A case of one optimizer step from a given state, so that both backends start from the same numbers.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="spec">The optimizer.</param>
/// <param name="state">The state before the step.</param>
/// <param name="gradients">One gradient per parameter.</param>
/// <param name="learningRate">A learning rate for this step only; null for the spec's.</param>
public sealed class OptimizerCase<T>(
    OptimizerSpec spec, OptimizerState<T> state, ImmutableArray<Tensor<T>> gradients, double? learningRate = null)
    : Case<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override OpSpec Spec => spec;

    /// <inheritdoc/>
    public override bool DecidesNaN => false;

    /// <summary>The optimizer.</summary>
    public OptimizerSpec Optimizer => spec;

    /// <inheritdoc/>
    public override OpKind Kind => OpKind.Optimizer;

    /// <summary>The state before the step.</summary>
    public OptimizerState<T> State => state;

    /// <summary>One gradient per parameter.</summary>
    public ImmutableArray<Tensor<T>> Gradients => gradients;

    /// <summary>A learning rate for this step only; null for the spec's.</summary>
    public double? LearningRate => learningRate;

    /// <inheritdoc/>
    public override ImmutableArray<Quantity<T>> Run(IBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        return Run(backend.Optimizer<T>(spec));
    }

    /// <summary>Computes the state after the step with a bound optimizer.</summary>
    /// <param name="optimizer">The optimizer.</param>
    /// <returns>The parameters, then the slots in the spec's order.</returns>
    public ImmutableArray<Quantity<T>> Run(IOptimizer<T> optimizer)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return Quantities(spec, optimizer.Update(state, gradients, learningRate));
    }

    /// <inheritdoc/>
    public override ImmutableArray<Defined<R>> Define<R>() => Defined(spec, Definition.Step<T, R>(spec, state, gradients, learningRate));

    /// <inheritdoc/>
    public override double Scale(int quantity, int index, double best)
    {
        if (quantity >= state.Parameters.Length)
            return 0;
        double before = Math.Abs(double.CreateChecked(state.Parameters[quantity].Flat()[index]));
        return Math.Max(before, Math.Abs(best - before)) is var scale && double.IsFinite(scale) ? scale : 0;
    }

    /// <inheritdoc/>
    public override double[] Together(int quantity, double[] sizes) =>
        quantity < state.Parameters.Length && MatrixProducts.AreIn(spec) ? ElementGroups.Whole(sizes) : sizes;

    /// <inheritdoc/>
    public override IEnumerable<Case<T>> Shrinks() => OptimizerShrinks.Of(this);

    /// <inheritdoc/>
    public override string Code()
    {
        if (Origin is { } origin)
            return origin.Code<T>();
        string type = ElementType.Keyword<T>();
        var code = new StringBuilder();
        code.Append("var state = new OptimizerState<").Append(type).Append(">(").Append(CSharp.Tensors(state.Parameters))
            .Append(", ").Append(state.Step).Append(", ImmutableDictionary<string, ImmutableArray<Tensor<").Append(type).Append(">>>.Empty");
        foreach (OptimizerSlot slot in spec.Slots)
            code.AppendLine().Append("    .Add(\"").Append(slot.Name).Append("\", ").Append(CSharp.Tensors(state[slot.Name])).Append(')');
        code.AppendLine(");");
        code.Append("backend.Optimizer<").Append(type).Append(">(").Append(CSharp.Spec(spec)).Append(").Update(state, ")
            .Append(CSharp.Tensors(gradients));
        return code.Append(learningRate is { } rate ? $", {ElementType.Literal(rate)});" : ");").ToString();
    }

    /// <inheritdoc/>
    public override string Request() => CaseWriter.Write(this);

    internal static ImmutableArray<Defined<R>> Defined<R>(OptimizerSpec spec, DefinedStep<R> after) where R : struct, IReal<R> =>
    [
        .. after.Parameters.Select((p, i) => new Defined<R>($"params[{i}]", p)),
        .. spec.Slots.SelectMany(slot => after.Slots[slot.Name].Select((t, i) => new Defined<R>($"state.{slot.Name}[{i}]", t))),
    ];

    internal static ImmutableArray<Quantity<T>> Quantities(OptimizerSpec spec, OptimizerState<T> after) =>
    [
        .. after.Parameters.Select((p, i) => new Quantity<T>($"params[{i}]", p)),
        .. spec.Slots.SelectMany(slot => after[slot.Name].Select((t, i) => new Quantity<T>($"state.{slot.Name}[{i}]", t))),
    ];
}
