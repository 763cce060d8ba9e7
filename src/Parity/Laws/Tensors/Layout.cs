using System.Numerics;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>A strided view gives the same bits as its contiguous copy.</summary>
sealed class Layout : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (FunctionCase<T>)@case;
        Operands<T> strided = from.Operands, dense = from.Operands;
        foreach (string name in from.Operands.Names.Where(name => !from.Operands[name].IsIndices))
        {
            dense = dense.With(name, dense[name].Numbers.Copy());
            strided = strided.With(name, Strided.Of(dense[name].Numbers));
        }
        return Repeats.Differ(from.With(dense).Run(backend), from.With(strided).Run(backend));
    }
}
