using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Laws;

/// <summary>The value computed alone has the bits of the value computed with gradients.</summary>
sealed class ValueAlone : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (FunctionCase<T>)@case;
        Tensor<T> alone = backend.Function<T>(from.Function).Value(from.Operands);
        return Bits.Difference(from.Run(backend)[0].Values, alone);
    }
}
