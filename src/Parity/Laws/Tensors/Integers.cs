using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>An integer tensor gives the same bits as a float tensor of equal values, where an op accepts both.</summary>
sealed class Integers : ITensorLaw
{
    // Every integer up to this magnitude is exact as a float.
    const double Most = 1 << 24;

    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var from = (FunctionCase<T>)@case;
        string[] names = [.. from.Function.Operands.Where(info => info.TakesIntegers && from.Operands.Has(info.Name)).Select(info => info.Name)];
        Operands<T> integers = from.Operands, numbers = from.Operands;
        foreach (string name in names)
        {
            Tensor<T> given = from.Operands[name].Numbers;
            long[] whole = Array.ConvertAll(given.Flat().ToArray(), Whole);
            integers = integers.With(name, Tensor.Create(whole, given.Lengths));
            numbers = numbers.With(name, Tensor.Create(Array.ConvertAll(whole, T.CreateChecked), given.Lengths));
        }
        ImmutableArray<string> by = from.Gradients.RemoveRange(names);
        return Repeats.Differ(
            new FunctionCase<T>(from.Function, numbers, by, from.Cotangent).Run(backend),
                new FunctionCase<T>(from.Function, integers, by, from.Cotangent).Run(backend));
    }

    static long Whole<T>(T number)
        where T : IFloatingPointIeee754<T> => double.CreateChecked(number) is >= -Most and <= Most and var real ? (long)real : 1;
}
