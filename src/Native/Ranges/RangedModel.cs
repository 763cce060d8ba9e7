using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>
/// A model whose results are finite wherever the exact results are within the range, even if intermediate results are not.
/// </summary>
sealed class RangedModel<T>(IModel<T> usual, Func<IModel<T>> bind, int threads) : IModel<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    public ModelSpec Spec => usual.Spec;

    public LossSpec Loss => usual.Loss;

    public Tensor<T> Value(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, ModelContext<T>? context = null)
    {
        Beyond.TakeLeft();
        Tensor<T> value = usual.Value(parameters, input, context);
        return (Beyond.TakeLeft() || Again.Ended(value, threads))
            && IsDue(parameters, input, context) ? Again.Run(() => bind().Value(parameters, input, context), Again.Rounded) : value;
    }

    public LossAndGradients<T> LossAndGradients(
        IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, Operand<T> target, ModelContext<T>? context = null)
    {
        Beyond.TakeLeft();
        LossAndGradients<T> result = usual.LossAndGradients(parameters, input, target, context);
        return (Beyond.TakeLeft() || !T.IsFinite(result.Loss)
            || result.Gradients.Concat(result.Buffers).Any(tensor => Again.Ended(tensor, threads))) && IsDue(parameters, input, context, target)
            ? Again.Run(() => bind().LossAndGradients(parameters, input, target, context), Rounded)
            : result;
    }

    static bool IsDue(IReadOnlyList<Tensor<T>> parameters, Tensor<T> input, ModelContext<T>? context, Operand<T>? target = null) => Again.IsDue(
    [
        .. parameters, input, .. context?.Buffers ?? [], .. context?.Masks ?? [],
            .. target is { IsIndices: false } numbers ? [numbers.Numbers] : (Tensor<T>[])[],
    ]);

    static LossAndGradients<T> Rounded(LossAndGradients<T> result)
    {
        Span<T> loss = [result.Loss];
        Again.Round(loss);
        Again.Round(result.Gradients);
        Again.Round(result.Buffers);
        return result with { Loss = loss[0] };
    }
}
