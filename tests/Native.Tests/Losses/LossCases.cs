using System.Numerics;
using ParityNet.Losses;

namespace ParityNet.Native.Tests.Losses;

/// <summary>Arguments that a loss takes, in every combination of its optional ones.</summary>
static class LossCases
{
    static readonly nint[][] Shapes = [[0], [1], [3], [17], [64], [65], [131], [5, 7], [2, 3, 4], [9, 10], [1, 33], [16, 8], [3, 600]];

    public static IEnumerable<Operands<T>> Of<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ulong seed = 1;
        Assert.Contains(Shapes, shape => Takes(spec, shape));
        foreach (nint[] shape in Shapes)
            foreach (Operands<T> operands in Of<T>(spec, shape, seed++))
                yield return operands;
    }

    /// <summary>The arguments of a shape; none where the loss does not take it.</summary>
    public static IEnumerable<Operands<T>> Of<T>(LossSpec spec, nint[] shape, ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (!Takes(spec, shape))
            yield break;
        string[] optional = [.. spec.Operands.Where(o => o.Optional).Select(o => o.Name)];
        bool[] kinds = spec.Operands.Any(o => o.Kind == OperandKind.NumbersOrIndices) ? [true, false] : [true];
        foreach (bool indices in kinds)
        {
            yield return Edged(spec, SampleArguments.Of<T>(spec, shape, seed, indices), seed);
            foreach (string name in optional)
                yield return Edged(spec, SampleArguments.Of<T>(spec, shape, seed, indices, name), seed);
            if (optional.Length > 1)
                yield return Edged(spec, SampleArguments.Of<T>(spec, shape, seed, indices, optional), seed);
        }
    }

    // Numbers of no special domain get those at the edges of the type among them.
    static Operands<T> Edged<T>(LossSpec spec, Operands<T> operands, ulong seed) where T : unmanaged, IFloatingPointIeee754<T> => spec.Operands
        .Where(o => o.Domain == Domain.Any && operands.Has(o.Name) && !operands[o.Name].IsIndices)
        .Aggregate(operands, (all, o) => all.With(o.Name, new Numbers<T>(seed++).Mixed([.. operands[o.Name].Lengths])));

    /// <summary>Whether a loss takes a shape.</summary>
    public static bool Takes(LossSpec spec, nint[] shape)
    {
        int rank = shape.Length;
        bool family = spec.LeadShapes switch
        {
            ShapeFamily.Rows => rank <= 2 && shape[^1] > 0,
            ShapeFamily.DeepRows => shape[ClassLoss.ClassDimension(shape)] > 0,
            ShapeFamily.Sequences => rank is 2 or 3 && shape.All(length => length > 0),
            _ => true,
        };
        return family && spec.FitsLead(shape);
    }

    /// <summary>The arguments that can be differentiated by.</summary>
    public static string[] Gradients<T>(LossSpec spec, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. spec.Operands.Where(o => spec.IsDifferentiable(o.Name, operands)).Select(o => o.Name)];
}
