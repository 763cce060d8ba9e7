using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;

namespace ParityNet.Parity.Cases;

/// <summary>Leaves out of a case what a backend does not take: arguments that may be left out, the cotangent, broadcasting.</summary>
static class PartialCases
{
    /// <summary>The case without what one of the backends does not take.</summary>
    public static FunctionCase<T> Fitted<T>(FunctionCase<T> drawn, IReadOnlyList<IPartialBackend> backends)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        FunctionSpec spec = drawn.Function;
        Operands<T> operands = spec.Operands
            .Where(info => drawn.Operands.Has(info.Name) && (!info.Optional || backends.All(backend => backend.Takes(spec, info.Name))))
            .Aggregate(Operands<T>.None, (all, info) => all.With(info.Name, drawn.Operands[info.Name]));
        if (spec is BroadcastLoss or ElementLoss && !backends.All(backend => backend.Broadcasts(spec)))
            operands = Expanded(operands);
        Tensor<T>? cotangent = backends.All(backend => backend.TakesCotangent(spec)) ? drawn.Cotangent : null;
        return drawn.With(operands, [.. drawn.Gradients.Where(operands.Has)], cotangent);
    }

    // All arguments in their common shape; the value stays the same.
    static Operands<T> Expanded<T>(Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint[] common = operands.Names.Aggregate(Array.Empty<nint>(), (shape, name) => Shape.Broadcast(shape, operands[name].Lengths) ?? shape);
        return operands.Names.Where(name => !operands[name].IsIndices)
            .Aggregate(operands, (all, name) => all.With(name, Tensor.Create(Wide(all[name].Numbers, common), common)));
    }

    static T[] Wide<T>(Tensor<T> tensor, nint[] shape) where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] wide = [.. tensor.FlatBroadcast(shape)];
        int count = (int)Shape.Count(shape);
        // One number is not written out.
        return wide.Length == count ? wide : [.. Enumerable.Repeat(wide[0], count)];
    }
}
