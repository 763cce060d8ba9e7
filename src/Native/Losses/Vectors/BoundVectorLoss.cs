using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Native.Memory;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary>A loss of vectors (the rows of two or three tensors), bound to its kernel.</summary>
sealed unsafe class BoundVectorLoss<T, K>(VectorLoss spec, K kernel, Plan plan) : ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where K : struct, IVectorLoss<T>
{
    readonly string[] rows = [.. spec.Operands.Select(o => o.Name).Where(VectorLoss.IsVectors)];
    readonly string? target = spec.Operands.Select(o => o.Name).FirstOrDefault(name => !VectorLoss.IsVectors(name));

    public LossSpec Spec => spec;

    public Tensor<T> Value(Operands<T> operands) => Evaluate(operands, []).Value;

    public Evaluation<T> Evaluate(Operands<T> operands, IReadOnlyCollection<string>? gradients = null, Tensor<T>? cotangent = null)
    {
        ImmutableArray<nint> shape = spec.Check(operands);
        spec.CheckGradients(gradients ??= spec.ByLead, operands);
        FunctionSpec.CheckCotangent(cotangent, shape);
        nint[] common = [.. spec.Common(name => [.. operands[name].Lengths])];
        nint[] lengths = [.. rows.Select(name => operands[name].Lengths[^1])];
        // Two vectors of length 1 have a distance, even if the third vector is empty.
        nint length = Math.Max(common[^1], 1);
        nint[][] wide = [.. lengths.Select(own => (nint[])[.. common[..^1], own == 0 ? 0 : length])];
        T[]?[] derivatives = [.. rows.Select((name, i) => gradients.Contains(name) ? Fresh.Array<T>(checked((int)Shape.Count(wide[i]))) : null)];
        double[] losses = Fresh.Array<double>(Shape.Count(common.AsSpan()[..^1]));
        bool reduced = spec.Reduction != Reduction.None;
        var reducing = new Reducing(spec.Reduction, losses.Length, losses.Length, 1);
        ReadOnlySpan<T> weights = cotangent is null ? [] : cotangent.Flat(), targets = target is null ? [] : Targets(operands, common);
        double sum;
        fixed (T* x = Wide(0), y = Wide(1), z = Wide(2), gx = derivatives[0], gy = derivatives[1], gz = derivatives.ElementAtOrDefault(2))
        fixed (T* t = targets, c = reduced ? [] : weights)
        fixed (double* each = losses)
        {
            new VectorLossBuffers<T>
            {
                X = x,
                Y = y,
                Z = z,
                LengthX = lengths[0],
                LengthY = lengths[1],
                LengthZ = lengths.ElementAtOrDefault(2),
                Targets = t,
                Cotangent = c,
                ByX = gx,
                ByY = gy,
                ByZ = gz,
                Losses = each,
                Scale = reducing.ScaleBy(reduced && !weights.IsEmpty ? Real.Wide(weights[0]) : 1),
            }.Run(kernel, length, losses.Length, plan);
            sum = Sums.Run<double, Sequence>(new(each), losses.Length, plan);
        }
        ImmutableDictionary<string, Tensor<T>> all = Wanted.None<T>();
        for (int i = 0; i < rows.Length; i++)
            all = all.With(rows[i], derivatives[i], wide[i], operands[rows[i]].Lengths);
        T[] value = reduced ? [Real.Of<T>(reducing.Result(sum))] : Array.ConvertAll(losses, Real.Of<T>);
        return new(Tensor.Create(value, shape.AsSpan()), all);

        ReadOnlySpan<T> Wide(int position) => position < rows.Length ? operands[rows[position]].Numbers.FlatBroadcast(wide[position]) : [];
    }

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        spec.CheckFlat();
        throw new UnreachableException();
    }

    ReadOnlySpan<T> Targets(Operands<T> operands, nint[] common)
    {
        Tensor<T> given = operands[target!].Numbers;
        nint[] each = [.. common[..^1], 1];
        return given.FlatBroadcast(spec.Aligned(target!, given.Lengths, operands[rows[0]].Lengths).AsSpan(), each);
    }
}
