using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Parity.Proving;

/// <summary>An activation defined by a function of one element; where value or derivative is not yours, it is the definition's.</summary>
sealed class ElementwiseActivation<T>(ActivationSpec spec, Func<T, T>? value, Func<T, T>? derivative) : IActivation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public ActivationSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        spec.Check(operands);
        Tensor<T> input = operands.Input;
        T[] x = input.Flat().ToArray();
        T[] weights = cotangent is null ? [.. Enumerable.Repeat(T.One, x.Length)] : cotangent.Flat().ToArray();
        Tensor<T> values = value is not null ? Tensor.Create(Array.ConvertAll(x, each => value(each)), input.Lengths)
            : Defined.Value<T>(spec, operands, input.Lengths);
        return new(values, derivative is null ? ImmutableDictionary<string, Tensor<T>>.Empty
            : ImmutableDictionary<string, Tensor<T>>.Empty.Add("input",
                Tensor.Create([.. x.Select((each, i) => derivative(each) * weights[i])], input.Lengths)));
    }
}

/// <summary>What the definition gives, rounded once.</summary>
static class Defined
{
    public static Tensor<T> Value<T>(FunctionSpec spec, Operands<T> operands, ReadOnlySpan<nint> shape)
        where T : unmanaged, IFloatingPointIeee754<T> => Tensor.Create(
            [.. Definition.Evaluate<T, Exact>(spec, operands, []).Value.Select(number => T.CreateTruncating(number.ToDouble()))], shape);
}
