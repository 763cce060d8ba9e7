using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;

namespace ParityNet;

/// <summary>Sample arguments that fit an op, for benchmarks, tests and first trials.</summary>
public static class SampleArguments
{
    /// <summary>Draws arguments: numbers between −4 and 4 within their domains, and valid indices.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="spec">The op.</param>
    /// <param name="lead">The shape of its first argument.</param>
    /// <param name="seed">The seed of the numbers.</param>
    /// <param name="indices">Whether an argument that may hold numbers or indices holds indices.</param>
    /// <param name="optional">The names of optional arguments to give too.</param>
    /// <returns>The arguments.</returns>
    public static Operands<T> Of<T>(FunctionSpec spec, ReadOnlySpan<nint> lead, ulong seed, bool indices = true, params ReadOnlySpan<string> optional)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        var random = new Xoshiro(seed);
        var drawn = new Dictionary<string, Tensor<long>>();
        Operands<T> all = Operands<T>.None;
        foreach (OperandInfo info in spec.Operands)
        {
            if (info.Optional && !optional.Contains(info.Name))
                continue;
            ImmutableArray<ImmutableArray<nint>> shapes = info == spec.Lead ? [[.. lead]] : spec.ShapesOf(info.Name, lead);
            bool holdsIndices = info.Kind == OperandKind.Indices || shapes.IsEmpty || (info.Kind == OperandKind.NumbersOrIndices && indices);
            all = all.With(info.Name, holdsIndices
                ? drawn[info.Name] = spec.DrawIndices(info.Name, lead, drawn, random)
                : Numbers<T>(info.Domain, shapes[0].AsSpan(), random));
        }
        return all;
    }

    static Tensor<T> Numbers<T>(Domain domain, ReadOnlySpan<nint> shape, Xoshiro random) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var data = new T[Shape.Count(shape)];
        foreach (ref T number in data.AsSpan())
            number = T.CreateTruncating(Number(domain, random));
        return Tensor.Create(data, shape);
    }

    static double Number(Domain domain, Xoshiro random) => domain switch
    {
        Domain.UnitInterval => random.NextUnit(),
        Domain.LogProbability => -4 * random.NextUnit(),
        Domain.Sign => 2 * random.Next(2) - 1,
        Domain.Bit => random.Next(2),
        Domain.NotNegative or Domain.Weight => 4 * random.NextUnit(),
        Domain.Positive => 4 - 4 * random.NextUnit(),
        _ => 8 * random.NextUnit() - 4,
    };
}
