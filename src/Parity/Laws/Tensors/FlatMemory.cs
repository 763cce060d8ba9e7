using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Laws;

/// <summary>The span overload of a loss gives the same bits as the tensor overload.</summary>
sealed class FlatMemory : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (FunctionCase<T>)@case;
        Tensor<T> input = from.Operands.Input.Copy(), target = from.Operands["target"].Numbers.Copy();
        if (input.FlattenedLength != target.FlattenedLength || ((LossSpec)from.Spec).Reduction is Reduction.None or Reduction.BatchMean)
            return null;
        ILoss<T> loss = backend.Loss<T>((LossSpec)from.Spec);
        var gradient = new T[input.FlattenedLength];
        T value = loss.ValueAndGradient(input.Flat(), target.Flat(), gradient);
        nint[] flat = [input.FlattenedLength];
        ValueAndGradient<T> both = loss.ValueAndGradient(Tensor.Create(input.Flat().ToArray(), flat), Tensor.Create(target.Flat().ToArray(), flat));
        return Bits.Difference(both.Value, Tensor.Create([value])) ?? Bits.Difference(both.Gradient, Tensor.Create(gradient, flat));
    }
}
