using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Cases;

/// <summary>Simpler cases of a loss, an activation or a layer.</summary>
static class FunctionShrinks
{
    public static IEnumerable<Case<T>> Of<T>(FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T> =>
        Shorter(from).Concat(Barer(from)).Concat(Plainer(from)).Where(Fits);

    static IEnumerable<FunctionCase<T>> Shorter<T>(FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint[] lengths = from.Operands[from.Function.Lead.Name].Lengths.ToArray();
        for (int d = 0; d < lengths.Length; d++)
        {
            nint length = lengths[d];
            if (length < 2)
                continue;
            yield return Part(from, length, 0, 1);
            yield return Part(from, length, length - 1, 1);
            yield return Part(from, length, 0, length / 2);
            yield return Part(from, length, length / 2, length - length / 2);
            yield return Part(from, length, 0, length - 1);
            yield return Part(from, length, 1, length - 1);
        }
    }

    static IEnumerable<FunctionCase<T>> Barer<T>(FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (from.Gradients.Length > 1)
            foreach (string name in from.Gradients)
                yield return from.With(from.Operands, [name], from.Cotangent);
        if (from.Cotangent is not null)
            yield return from.With(from.Operands, from.Gradients, null);
        foreach (OperandInfo info in from.Function.Operands.Where(o => o.Optional && from.Operands.Has(o.Name)))
            yield return from.With(Kept(from.Operands, name => name != info.Name)) is var barer && barer.Gradients.Contains(info.Name)
                ? barer.With(barer.Operands, barer.Gradients.Remove(info.Name), barer.Cotangent)
                : barer;
        foreach (string name in from.Operands.Names)
            if (from.Operands[name] is { IsIndices: false } operand && !operand.Numbers.IsDense)
                yield return from.With(from.Operands.With(name, operand.Numbers.Copy()));
    }

    static IEnumerable<FunctionCase<T>> Plainer<T>(FunctionCase<T> from) where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (string name in from.Operands.Names)
            if (!from.Operands[name].IsIndices)
                foreach (Tensor<T> simpler in TensorShrinks.Values(from.Operands[name].Numbers))
                    yield return from.With(from.Operands.With(name, simpler));
        if (from.Cotangent is not null)
            foreach (Tensor<T> simpler in TensorShrinks.Values(from.Cotangent))
                yield return from.With(from.Operands, from.Gradients, simpler);
    }

    // Cuts every dimension of this length in every argument alike; the op's own check refuses an invalid result.
    static FunctionCase<T> Part<T>(FunctionCase<T> from, nint length, nint start, nint kept) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Operands<T> operands = Operands<T>.None;
        foreach (string name in from.Operands.Names)
            operands = operands.With(name, from.Operands[name] is { IsIndices: true } indices
                ? (Operand<T>)Cut(indices.Indices, length, start, kept)
                : Cut(from.Operands[name].Numbers, length, start, kept));
        return from.With(operands, from.Gradients, from.Cotangent is { } cotangent ? Cut(cotangent, length, start, kept) : null);
    }

    static Tensor<N> Cut<N>(Tensor<N> tensor, nint length, nint start, nint kept)
    {
        for (int d = 0; d < tensor.Rank; d++)
            if (tensor.Lengths[d] == length)
                tensor = TensorShrinks.Part(tensor, d, start, kept);
        return tensor;
    }

    static Operands<T> Kept<T>(Operands<T> operands, Func<string, bool> which) where T : unmanaged, IFloatingPointIeee754<T> =>
        operands.Names.Where(which).Aggregate(Operands<T>.None, (kept, name) => kept.With(name, operands[name]));

    static bool Fits<T>(FunctionCase<T> candidate) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            FunctionSpec.CheckCotangent(candidate.Cotangent, candidate.Function.Check(candidate.Operands));
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
