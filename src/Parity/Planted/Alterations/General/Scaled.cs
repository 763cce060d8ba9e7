using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Multiplies the value and every gradient by a factor.</summary>
/// <param name="factor">From the spec and the shape of the first argument to the factor.</param>
sealed class Scaled(Func<FunctionSpec, ImmutableArray<nint>, double> factor) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        T times = T.CreateTruncating(factor(spec, [.. operands[spec.Lead.Name].Lengths]));
        Tensor<T> Times(Tensor<T> from) => Tensor.Create(Array.ConvertAll(from.Flat().ToArray(), x => x * times), from.Lengths);
        return new(Times(good.Value), good.Gradients.ToImmutableDictionary(g => g.Key, g => Times(g.Value)));
    }
}
