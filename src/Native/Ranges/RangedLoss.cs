using System.Buffers;
using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>A loss whose results are finite wherever the exact results are within the range.</summary>
sealed class RangedLoss<T>(ILoss<T> usual, Func<ILoss<T>> bind, bool isFar, int threads) : RangedFunction<T>(usual, bind, isFar, threads), ILoss<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public LossSpec Spec => usual.Spec;

    public T ValueAndGradient(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        if (!gradient.Overlaps(prediction) && !gradient.Overlaps(target))
            return Computed(prediction, target, gradient);
        // The arguments are overwritten, but a recomputation still needs them.
        T[] kept = ArrayPool<T>.Shared.Rent(prediction.Length + target.Length);
        try
        {
            prediction.CopyTo(kept);
            target.CopyTo(kept.AsSpan(prediction.Length));
            return Computed(kept.AsSpan(0, prediction.Length), kept.AsSpan(prediction.Length, target.Length), gradient);
        }
        finally
        {
            ArrayPool<T>.Shared.Return(kept);
        }
    }

    T Computed(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        Beyond.TakeLeft();
        T value = usual.ValueAndGradient(prediction, target, gradient);
        return IsFar || ((Beyond.TakeLeft() | !T.IsFinite(value) | (!Tells && Again.Ended<T>(gradient, Threads)))
            && Again.IsDue(prediction, target)) ? Wide(prediction, target, gradient) : value;
    }

    T Wide(ReadOnlySpan<T> prediction, ReadOnlySpan<T> target, Span<T> gradient)
    {
        using Beyond.Keeping keeping = Beyond.Open();
        Span<T> value = [bind().ValueAndGradient(prediction, target, gradient)];
        Again.Round(value);
        Again.Round(gradient);
        return value[0];
    }
}
