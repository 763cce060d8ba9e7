using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Planted;

/// <summary>The sum over classes where their mean is meant.</summary>
sealed class TimesClasses : IFunctionChange
{
    public Evaluation<T> Evaluate<T>(FunctionSpec spec, IFunction<T> right, Operands<T> operands, IReadOnlyCollection<string>? gradients,
        Tensor<T>? cotangent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Evaluation<T> good = right.Evaluate(operands, gradients, cotangent);
        var classes = T.CreateChecked(operands.Input.Lengths[^1]);
        Tensor<T> Times(Tensor<T> from) => Tensor.Create(Array.ConvertAll(from.Flat().ToArray(), v => v * classes), from.Lengths);
        return new(Times(good.Value), good.Gradients.SetItems(good.Gradients.Select(g => KeyValuePair.Create(g.Key, Times(g.Value)))));
    }
}
