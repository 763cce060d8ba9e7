using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet.Native.Tests;

/// <summary>Tensors for tests, ordinary numbers mixed with those at the edges of the type.</summary>
sealed class Numbers<T>(ulong seed) where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly T[] Edges =
    [
        T.Zero, -T.Zero, T.One, -T.One, T.CreateChecked(0.5), T.Epsilon, -T.Epsilon, T.CreateChecked(1e-30), T.CreateChecked(-1e30), T.CreateChecked(88.75),
        T.CreateChecked(-1000), T.PositiveInfinity, T.NegativeInfinity, T.NaN,
    ];

    readonly Xoshiro random = new(seed);

    /// <summary>Numbers from −4 to 4.</summary>
    public Tensor<T> Ordinary(params nint[] shape) => Filled(shape, () => T.CreateTruncating(random.NextUnit() * 8 - 4));

    /// <summary>Numbers from 0 to 1, both included.</summary>
    public Tensor<T> Probabilities(params nint[] shape) => Filled(shape, () => random.Next(8) == 0 ? T.CreateChecked(random.Next(2)) : T.CreateTruncating(random.NextUnit()));

    /// <summary>Ordinary numbers and, one in four, an edge.</summary>
    public Tensor<T> Mixed(params nint[] shape) => Filled(shape, () => random.Next(4) == 0 ? Edges[random.Next(Edges.Length)] : T.CreateTruncating(random.NextUnit() * 8 - 4));

    /// <summary>Ordinary numbers and, one in four, one that no arithmetic takes beyond the range: 0, 1, infinite or NaN, as a domain has them.</summary>
    public Tensor<T> Special(Tensor<T> ordinary, Domain domain)
    {
        double[] special = domain switch
        {
            Domain.Sign or Domain.Bit => [],
            Domain.UnitInterval => [0, 1],
            Domain.LogProbability => [0, double.NegativeInfinity, double.NaN],
            Domain.NotNegative or Domain.Weight or Domain.Positive => [0, 1, double.PositiveInfinity, double.NaN],
            _ => [0, -0.0, 1, -1, double.PositiveInfinity, double.NegativeInfinity, double.NaN],
        };
        T[] data = ordinary.Flat().ToArray();
        for (int i = 0; i < data.Length; i++)
            if (special.Length > 0 && random.Next(4) == 0)
                data[i] = T.CreateTruncating(special[random.Next(special.Length)]);
        return Tensor.Create(data, ordinary.Lengths);
    }

    public Tensor<long> Labels(int classes, params nint[] shape)
    {
        var labels = new long[Shape.Count(shape)];
        for (int i = 0; i < labels.Length; i++)
            labels[i] = random.Next(classes);
        return Tensor.Create(labels, shape);
    }

    static Tensor<T> Filled(nint[] shape, Func<T> next)
    {
        var data = new T[Shape.Count(shape)];
        for (int i = 0; i < data.Length; i++)
            data[i] = next();
        return Tensor.Create(data, shape);
    }
}
