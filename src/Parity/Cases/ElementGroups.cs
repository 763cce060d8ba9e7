using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;

namespace ParityNet.Parity.Cases;

/// <summary>Groups the elements of a result that are computed together, whose errors are measured at the scale of the largest.</summary>
/// <remarks>A group is one element of an elementwise op, else a row, a class dimension or a channel, or the whole result of a matrix
/// product.</remarks>
static class ElementGroups
{
    /// <summary>For each element the largest magnitude in its group.</summary>
    /// <param name="spec">The op.</param>
    /// <param name="gradient">The argument with respect to which the gradient is taken; null for the value.</param>
    /// <param name="operands">The arguments.</param>
    /// <param name="sizes">The magnitude of each element.</param>
    public static double[] Largest<T>(FunctionSpec spec, string? gradient, Operands<T> operands, double[] sizes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (GroupOf(spec, gradient, operands) is not { } group)
            return sizes;
        var largest = new Dictionary<int, double>();
        for (int i = 0; i < sizes.Length; i++)
            largest[group(i)] = Math.Max(largest.GetValueOrDefault(group(i)), sizes[i]);
        return [.. sizes.Select((_, i) => largest[group(i)])];
    }

    /// <summary>The largest magnitude for all elements, as those of a matrix product.</summary>
    public static double[] Whole(double[] sizes)
    {
        double largest = sizes.Length == 0 ? 0 : sizes.Max();
        return [.. sizes.Select(_ => largest)];
    }

    static Func<int, int>? GroupOf<T>(FunctionSpec spec, string? gradient, Operands<T> operands) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (spec is Linear)
            return _ => 0;
        string of = gradient ?? spec.Lead.Name;
        nint[] shape = operands[of].Lengths.ToArray();
        bool isLead = of == spec.Lead.Name;
        return spec switch
        {
            // Half of a row gates the other half, pair by pair.
            Glu => null,
            RowActivation rows when shape.Length > 0 => Along(shape, rows.DimensionOf(shape.Length)),
            TrailingNorm norm when isLead => Blocks(norm.Length),
            GroupNorm norm when isLead => Blocks((int)norm.LengthOf(shape)),
            ChannelLayer when isLead => i => i / (int)Shape.Count(shape.AsSpan(2)) % (int)shape[1],
            // A loss has one value per row; only its gradients have rows.
            ClassLoss when gradient is not null && shape.Length > 0 => Along(shape, ClassLoss.ClassDimension(shape)),
            RowLoss or VectorLoss when gradient is not null && shape.Length > 0 => Blocks((int)shape[^1]),
            _ => null,
        };
    }

    static Func<int, int> Blocks(int length) => i => i / Math.Max(1, length);

    // The elements whose indices differ in one dimension only.
    static Func<int, int> Along(nint[] shape, int dimension)
    {
        int stride = (int)Shape.Count(shape.AsSpan(dimension + 1)), length = (int)shape[dimension];
        return i => i / (stride * length) * stride + i % stride;
    }
}
