using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text;
using ParityNet.Definitions;
using ParityNet.Losses;
using ParityNet.Models;

namespace ParityNet.Parity.Cases;

/// <summary>A case of a model and the loss of its output: parameters, a batch and targets.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="spec">The model.</param>
/// <param name="loss">The loss of its output.</param>
/// <param name="parameters">One tensor per parameter.</param>
/// <param name="input">The batch, <c>[N, inputs]</c>.</param>
/// <param name="target">The targets.</param>
/// <param name="context">Buffers and masks.</param>
public sealed class ModelCase<T>(
    ModelSpec spec, LossSpec loss, ImmutableArray<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T> context)
    : Case<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override OpSpec Spec => spec;

    /// <inheritdoc/>
    public override bool DecidesNaN => false;

    /// <summary>The loss of its output.</summary>
    public LossSpec Loss => loss;

    /// <inheritdoc/>
    public override OpKind Kind => OpKind.Model;

    /// <summary>One tensor per parameter.</summary>
    public ImmutableArray<Tensor<T>> Parameters => parameters;

    /// <summary>The batch.</summary>
    public Tensor<T> Input => input;

    /// <summary>The targets.</summary>
    public Operand<T> Target => target;

    /// <summary>Buffers and masks.</summary>
    public ModelContext<T> Context => context;

    /// <inheritdoc/>
    public override ImmutableArray<Quantity<T>> Run(IBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        IModel<T> model = backend.Model<T>(spec, loss);
        LossAndGradients<T> result = model.LossAndGradients(parameters, input, target, context);
        return
        [
            new("value", model.Value(parameters, input, context)),
            new("loss", Tensor.Create([result.Loss])),
            .. result.Gradients.Select((g, i) => new Quantity<T>($"grads.{spec.Parameters[i].Name}", g)),
            .. result.Buffers.Select((b, i) => new Quantity<T>($"buffers.{spec.Buffers[i].Name}", b)),
        ];
    }

    /// <inheritdoc/>
    public override ImmutableArray<Defined<R>> Define<R>()
    {
        DefinedModel<R> result = Definition.Model<T, R>(spec, loss, parameters, input, target, context);
        return
        [
            new("value", result.Output),
            new("loss", [result.Loss]),
            .. result.Gradients.Select((g, i) => new Defined<R>($"grads.{spec.Parameters[i].Name}", g)),
            .. result.Buffers.Select((b, i) => new Defined<R>($"buffers.{spec.Buffers[i].Name}", b)),
        ];
    }

    /// <inheritdoc/>
    public override double[] Together(int quantity, double[] sizes) => ElementGroups.Whole(sizes);

    /// <inheritdoc/>
    public override IEnumerable<Case<T>> Shrinks()
    {
        foreach (Tensor<T> simpler in TensorShrinks.Values(input))
            yield return new ModelCase<T>(spec, loss, parameters, simpler, target, context);
        for (int i = 0; i < parameters.Length; i++)
            foreach (Tensor<T> simpler in TensorShrinks.Values(parameters[i]))
                yield return new ModelCase<T>(spec, loss, parameters.SetItem(i, simpler), input, target, context);
    }

    /// <inheritdoc/>
    public override string Code()
    {
        var code = new StringBuilder();
        code.Append("var input = ").Append(CSharp.Tensor(input)).AppendLine(";");
        code.Append("var target = ").Append(CSharp.Tensor(target)).AppendLine(";");
        string type = ElementType.Keyword<T>();
        code.Append("var context = new ModelContext<").Append(type).Append(">(").Append(CSharp.Tensors(context.Buffers)).Append(", ")
            .Append(CSharp.Tensors(context.Masks)).AppendLine(");");
        code.Append("backend.Model<").Append(type).Append(">(").Append(CSharp.Spec(spec)).Append(", ").Append(CSharp.Spec(loss)).AppendLine(")");
        return code.Append("    .LossAndGradients(").Append(CSharp.Tensors(parameters)).Append(", input, target, context);").ToString();
    }

    /// <inheritdoc/>
    public override string Request() => CaseWriter.Write(this);
}
