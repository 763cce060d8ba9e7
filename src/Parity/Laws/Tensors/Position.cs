using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Laws;

/// <summary>An element of an elementwise op gives the same bits alone as in a tensor.</summary>
sealed class Position : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (FunctionCase<T>)@case;
        nint[] lead = from.Operands[from.Function.Lead.Name].Lengths.ToArray();
        // With other shapes, by broadcasting or weights, elements do not correspond by index.
        if (from.Operands.Names.Any(name => !from.Operands[name].Lengths.SequenceEqual(lead)))
            return null;
        IFunction<T> function = backend.Function<T>(from.Function);
        T[] whole = function.Value(from.Operands).Flat().ToArray();
        for (int i = 0; i < whole.Length; i++)
        {
            Operands<T> single = Operands<T>.None;
            foreach (string name in from.Operands.Names)
                single = single.With(name, Tensor.Create([from.Operands[name].Numbers.Flat()[i]]));
            T alone = function.Value(single).Flat()[0];
            if (!Bits.Same(whole[i], alone))
                return $"element {i} must not depend on its position: expected {alone}, got {whole[i]}.";
        }
        return null;
    }
}
