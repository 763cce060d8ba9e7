using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Takes two arguments for each other.</summary>
/// <param name="one">An argument.</param>
/// <param name="other">The argument that is taken for it.</param>
/// <param name="chained">Whether gradients go to the argument that was given, or to the place where it was taken.</param>
sealed class Swapped(string one, string other, bool chained) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        string Partner(string name) => !chained ? name : name == one ? other : name == other ? one : name;
        if (operands[one].IsIndices || operands[other].IsIndices || !operands[one].Lengths.SequenceEqual(operands[other].Lengths))
            throw new NotSupportedException($"{one} and {other} must be tensors of the same shape.");
        Evaluation<T> result = right.Evaluate(operands.With(one, operands[other].Numbers).With(other, operands[one].Numbers),
            gradients is null ? null : [.. gradients.Select(Partner)], cotangent);
        return new(result.Value, result.Gradients.ToImmutableDictionary(g => Partner(g.Key), g => g.Value));
    }
}
