using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Laws;

/// <summary>A value alone is the value beside gradients.</summary>
sealed class ValueAlone : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (FunctionCase<T>)@case;
        Tensor<T> alone = Bound<T>(backend, from.Function).Value(from.Operands);
        return Bits.Difference(from.Run(backend)[0].Values, alone);
    }

    public static IFunction<T> Bound<T>(IBackend backend, FunctionSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        spec is LossSpec loss ? backend.Loss<T>(loss) : backend.Activation<T>((ActivationSpec)spec);
}
