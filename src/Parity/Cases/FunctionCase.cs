using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text;
using ParityNet.Activations;
using ParityNet.Definitions;
using ParityNet.Losses;

namespace ParityNet.Parity.Cases;

/// <summary>A case of a loss, an activation or a layer: its arguments, the gradients to compute and the cotangent.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="spec">The loss, activation or layer.</param>
/// <param name="operands">Its arguments.</param>
/// <param name="gradients">The names of the arguments with respect to which gradients are computed.</param>
/// <param name="cotangent">The cotangent, one number per element of the value; null for ones.</param>
public sealed class FunctionCase<T>(FunctionSpec spec, Operands<T> operands, ImmutableArray<string> gradients, Tensor<T>? cotangent = null)
    : Case<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    public override OpSpec Spec => spec;

    /// <summary>The loss, activation or layer.</summary>
    public FunctionSpec Function => spec;

    /// <inheritdoc/>
    public override OpKind Kind => spec switch
    {
        LossSpec => OpKind.Loss,
        ActivationSpec => OpKind.Activation,
        _ => OpKind.Layer,
    };

    /// <summary>The arguments.</summary>
    public Operands<T> Operands => operands;

    /// <summary>The names of the arguments with respect to which gradients are computed.</summary>
    public ImmutableArray<string> Gradients => gradients;

    /// <summary>The cotangent, one number per element of the value; null for ones.</summary>
    public Tensor<T>? Cotangent => cotangent;

    /// <summary>Whether a sample of a long result is judged instead of all its elements.</summary>
    public bool IsSampled { get; init; }

    Wanted? Wanted => field ??= !IsSampled ? null : Sample.Of([.. spec.Check(operands)], gradients.Select(name => (name, LengthsOf(name))));

    /// <summary>The same case with other arguments.</summary>
    /// <param name="changed">The arguments.</param>
    /// <returns>The case.</returns>
    public FunctionCase<T> With(Operands<T> changed) => With(changed, gradients, cotangent);

    /// <summary>The same case with other arguments, gradients and cotangent.</summary>
    internal FunctionCase<T> With(Operands<T> changed, ImmutableArray<string> by, Tensor<T>? incoming) =>
        new(spec, changed, by, incoming) { IsSampled = IsSampled };

    /// <inheritdoc/>
    public override ImmutableArray<Quantity<T>> Run(IBackend backend)
    {
        ArgumentNullException.ThrowIfNull(backend);
        return Run(backend.Function<T>(spec), backend is IPartialBackend);
    }

    /// <summary>Computes all quantities of the case with a bound function.</summary>
    /// <param name="function">The function.</param>
    /// <returns>The value, then the gradients.</returns>
    public ImmutableArray<Quantity<T>> Run(IFunction<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Run(function, false);
    }

    ImmutableArray<Quantity<T>> Run(IFunction<T> function, bool isPartial)
    {
        Evaluation<T> result = function.Evaluate(operands, gradients, cotangent);
        return [new("value", result.Value), .. gradients.Where(name => !isPartial || result.Gradients.ContainsKey(name))
            .Select(name => new Quantity<T>($"grads.{name}", result.Gradients[name]))];
    }

    /// <inheritdoc/>
    public override ImmutableArray<Defined<R>> Define<R>()
    {
        DefinedFunction<R> result = Definition.Evaluate<T, R>(spec, operands, gradients, cotangent, Wanted);
        return [new("value", result.Value), .. gradients.Select(name => new Defined<R>($"grads.{name}", result.Gradients[name]))];
    }

    /// <inheritdoc/>
    public override IEnumerable<int> Judged(int quantity, int count) => Wanted is not { } wanted ? base.Judged(quantity, count)
        : quantity == 0 ? wanted.Value! : wanted.Gradients[gradients[quantity - 1]];

    /// <inheritdoc/>
    public override double[] Together(int quantity, double[] sizes) =>
        ElementGroups.Largest(spec, quantity == 0 ? null : gradients[quantity - 1], operands, sizes);

    /// <inheritdoc/>
    public override IEnumerable<Case<T>> Shrinks() => FunctionShrinks.Of(this);

    /// <inheritdoc/>
    public override string Code()
    {
        if (Origin is { } origin)
            return origin.Code<T>();
        var code = new StringBuilder();
        foreach (string name in operands.Names)
            code.Append("var ").Append(CSharp.Local(name)).Append(" = ").Append(CSharp.Tensor(operands[name])).AppendLine(";");
        if (cotangent is not null)
            code.Append("var cotangent = ").Append(CSharp.Tensor(cotangent)).AppendLine(";");
        code.Append("backend.").Append(Kind).Append('<').Append(ElementType.Keyword<T>()).Append(">(").Append(CSharp.Spec(spec)).AppendLine(")");
        code.Append("    .Evaluate(Operands<").Append(ElementType.Keyword<T>()).Append(">.None");
        foreach (string name in operands.Names)
            code.Append(".With(\"").Append(name).Append("\", ").Append(CSharp.Local(name)).Append(')');
        code.Append(", [").AppendJoin(", ", gradients.Select(name => $"\"{name}\"")).Append(']');
        return code.Append(cotangent is null ? ");" : ", cotangent);").ToString();
    }

    /// <inheritdoc/>
    public override string Request() => CaseWriter.Write(this);

    nint[] LengthsOf(string name) => operands[name].Lengths.ToArray();
}
