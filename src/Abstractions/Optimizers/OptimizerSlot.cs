using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Optimizers;

/// <summary>A slot of the optimizer state: a tensor that an optimizer keeps for each parameter.</summary>
/// <param name="Name">PyTorch's name in its state dict, for example <c>exp_avg</c>.</param>
/// <param name="Initial">The initial value of each element.</param>
/// <param name="Shape">Its shape relative to the parameter's.</param>
/// <param name="NotNegative">Whether its elements are never negative, as in a mean of squares.</param>
/// <param name="StartsAtParameter">
/// Whether it is initialized with a copy of the parameter; <paramref name="Initial"/> is then ignored.
/// </param>
public sealed record OptimizerSlot(
    string Name, double Initial = 0, SlotShape Shape = SlotShape.Parameter, bool NotNegative = false, bool StartsAtParameter = false)
{
    /// <summary>The shape of the tensor for a parameter.</summary>
    /// <param name="parameter">The parameter's shape.</param>
    /// <returns>The shape; <c>[0]</c> where the optimizer keeps nothing for such a parameter.</returns>
    public nint[] ShapeFor(ReadOnlySpan<nint> parameter) => Shape switch
    {
        SlotShape.Scalar => [1],
        SlotShape.Rows when parameter.Length >= 2 => [.. parameter[..^1], 1],
        SlotShape.Columns when parameter.Length >= 2 => [.. parameter[..^2], 1, parameter[^1]],
        SlotShape.Vector when parameter.Length < 2 => parameter.ToArray(),
        SlotShape.Parameter => parameter.ToArray(),
        _ => [0],
    };

    /// <summary>
    /// Whether the tensor is a single number, whose shape is <c>[]</c> in state files and <c>eval</c> responses, as in PyTorch.
    /// </summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="kept">The tensor kept for a parameter.</param>
    /// <returns>True where it is.</returns>
    public bool IsNumber<T>(Tensor<T> kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return Shape == SlotShape.Scalar && kept.FlattenedLength == 1;
    }

    internal Tensor<T> For<T>(Tensor<T> parameter) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (StartsAtParameter)
            return parameter.Copy();
        nint[] shape = ShapeFor(parameter.Lengths);
        var data = new T[ParityNet.Shape.Count(shape)];
        Array.Fill(data, T.CreateChecked(Initial));
        return Tensor.Create(data, shape);
    }
}
