using System.Collections.Immutable;
using System.Numerics.Tensors;

namespace ParityNet.Parity.Laws;

/// <summary>The arguments of a function, as doubles that the element type can represent.</summary>
/// <param name="Shape">The shape of the first argument.</param>
/// <param name="Input">The first argument.</param>
sealed record Arguments(int[] Shape, double[] Input)
{
    /// <summary>The other floating-point arguments by name, each of the first permitted shape with as many elements.</summary>
    public ImmutableDictionary<string, double[]> Others { get; init; } = ImmutableDictionary<string, double[]>.Empty;

    /// <summary>The other index arguments by name, each with its own shape.</summary>
    public ImmutableDictionary<string, Tensor<long>> Indices { get; init; } = ImmutableDictionary<string, Tensor<long>>.Empty;

    /// <summary>The target as class indices; null where there is none.</summary>
    public long[]? Labels { get; init; }

    /// <summary>The floating-point target; null where there is none.</summary>
    public double[]? Target { get => Others.GetValueOrDefault("target"); init => Others = With("target", value); }

    /// <summary>The weight; null where there is none.</summary>
    public double[]? Weight { get => Others.GetValueOrDefault("weight"); init => Others = With("weight", value); }

    /// <summary>PyTorch's <c>pos_weight</c>; null where there is none.</summary>
    public double[]? PosWeight { get => Others.GetValueOrDefault("pos_weight"); init => Others = With("pos_weight", value); }

    /// <summary>Arguments of one dimension.</summary>
    /// <param name="input">The input.</param>
    /// <param name="target">The target; null where there is none.</param>
    /// <returns>The arguments.</returns>
    public static Arguments Of(double[] input, double[]? target = null) => new([input.Length], input) { Target = target };

    ImmutableDictionary<string, double[]> With(string name, double[]? numbers) =>
        numbers is null ? Others.Remove(name) : Others.SetItem(name, numbers);
}
