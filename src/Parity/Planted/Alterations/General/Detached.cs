using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>Gives another gradient made from the right one, or from the value.</summary>
/// <param name="map">From the right derivative to another.</param>
sealed class Detached(Func<double, double> map) : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        return good with
        {
            Gradients = good.Gradients.ToImmutableDictionary(g => g.Key, g => Tensor.Create(
                Array.ConvertAll(g.Value.Flat().ToArray(), x => T.CreateTruncating(map(double.CreateChecked(x)))), g.Value.Lengths)),
        };
    }
}
