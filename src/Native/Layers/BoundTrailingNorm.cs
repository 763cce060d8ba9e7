using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Native.Channels;
using ParityNet.Native.Memory;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>
/// Normalization over trailing dimensions, bound to its kernel; gradients with respect to weight and bias are sums over the rows.
/// </summary>
/// <param name="spec">The layer.</param>
/// <param name="epsilon">ε, added to the variance or to the mean square.</param>
/// <param name="centers">Whether the mean is subtracted.</param>
/// <param name="plan">The widths and threads.</param>
sealed unsafe class BoundTrailingNorm<T>(TrailingNorm spec, double epsilon, bool centers, Plan plan) : BoundLayer<T>(spec)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    protected override Evaluation<T> Run(Operands<T> operands, ReadOnlySpan<nint> shape, IReadOnlyCollection<string> gradients, Tensor<T>? cotangent)
    {
        nint[] last = [.. spec.NormalizedShape];
        nint length = Shape.Count(last), count = Shape.Count(shape);
        var layout = new RowLayout(length, 1, count / length, plan.IsWide);
        var columns = new ChannelLayout(layout.Count, length, 1);
        T[] value = Fresh.Array<T>(count);
        T[]? byInput = gradients.Contains("input") ? Fresh.Array<T>(count) : null, byWeight = null, byBias = null;
        double[]? terms = gradients.Contains("weight") ? Fresh.Array<double>(count) : null;
        fixed (T* x = operands.Input.Flat(), c = cotangent is null ? [] : cotangent.Flat(), v = value, g = byInput)
        fixed (double* w = Beside(operands, "weight", layout, 1), b = Beside(operands, "bias", layout, double.NegativeZero), t = terms)
        {
            var buffers = new NormBuffers<T> { X = x, Cotangent = c, Value = v, ByInput = g, Weight = w, Bias = b, Terms = t };
            RowBlocks.Run(new NormRows<T>(buffers, epsilon, centers), layout, plan);
            if (terms is not null)
                byWeight = Real.Of<T>(ChannelSums.Run(new ColumnTerm<double>(t), columns, plan));
            if (gradients.Contains("bias"))
                byBias = Real.Of<T>(ChannelSums.Run(new ColumnTerm<T>(c), columns, plan));
        }
        return new(Tensor.Create(value, shape), Wanted.None<T>().With("input", byInput, shape, shape)
            .With("weight", byWeight, last, last).With("bias", byBias, last, last));
    }

    static double[] Beside(Operands<T> operands, string name, RowLayout layout, double otherwise)
    {
        var block = new double[layout.Depth * RowBlocks.Side];
        if (!operands.TryNumbers(name, out Tensor<T>? given))
            block.AsSpan(0, checked((int)(layout.Length * (layout.Split ? 1 : RowBlocks.Side)))).Fill(otherwise);
        else if (layout.Split)
            fixed (T* numbers = given.Flat())
            fixed (double* to = block)
                RowBlocks.Gather(numbers, layout, 0, 1, to, 0);
        else
            for (int i = 0; i < layout.Length; i++)
                block.AsSpan(i * RowBlocks.Side, RowBlocks.Side).Fill(Real.Wide(given.Flat()[i]));
        return block;
    }
}
