using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Native.Channels;
using ParityNet.Native.Memory;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Group normalization: a row is a group of one example; gradients with respect to weight and bias are sums over channels.</summary>
sealed unsafe class BoundGroupNorm<T>(GroupNorm spec, Plan plan) : BoundLayer<T>(spec) where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        var channels = ChannelLayout.Of(shape);
        nint length = spec.LengthOf(shape), count = channels.Count;
        nint[] perChannel = [channels.Channels];
        var layout = new RowLayout(length, 1, channels.Batch * spec.NumGroups, plan.IsWide);
        T[] value = Fresh.Array<T>(count);
        T[]? byInput = gradients.Contains("input") ? Fresh.Array<T>(count) : null, byWeight = null, byBias = null;
        double[]? terms = gradients.Contains("weight") ? Fresh.Array<double>(count) : null;
        fixed (T* x = operands.Input.Flat(), c = cotangent is null ? [] : cotangent.Flat(), v = value, g = byInput)
        fixed (T* w = PerRow(operands, "weight", T.One, length), b = PerRow(operands, "bias", T.NegativeZero, length))
        fixed (double* t = terms)
        {
            var buffers = new NormBuffers<T>
            {
                X = x,
                Cotangent = c,
                Value = v,
                ByInput = g,
                Terms = t,
                RowWeights = w,
                RowBiases = b,
                Period = spec.NumGroups,
            };
            RowBlocks.Run(new NormRows<T>(buffers, spec.Epsilon, centers: true), layout, plan);
            if (terms is not null)
                byWeight = Real.Of<T>(ChannelSums.Run(new ColumnTerm<double>(t), channels, plan));
            if (gradients.Contains("bias"))
                byBias = Real.Of<T>(ChannelSums.Run(new ColumnTerm<T>(c), channels, plan));
        }
        return new(Tensor.Create(value, shape), Wanted.None<T>().With("input", byInput, shape, shape)
            .With("weight", byWeight, perChannel, perChannel).With("bias", byBias, perChannel, perChannel));
    }

    // The parameters of the groups, repeated for each element of a channel, and as far as a block reads that begins with the last group.
    T[] PerRow(Operands<T> operands, string name, T otherwise, nint length)
    {
        var rows = new T[checked((int)((spec.NumGroups + RowBlocks.Side) * length))];
        if (!operands.TryNumbers(name, out Tensor<T>? given))
        {
            Array.Fill(rows, otherwise);
            return rows;
        }
        ReadOnlySpan<T> own = given.Flat();
        nint run = length * spec.NumGroups / own.Length;
        for (nint i = 0; i < rows.Length; i++)
            rows[i] = own[(int)(i / run % own.Length)];
        return rows;
    }
}
