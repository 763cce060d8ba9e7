using System.Buffers;
using System.Numerics;
using ParityNet.Activations;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Ranges;

/// <summary>An activation whose results are finite wherever the exact results are within the range.</summary>
sealed class RangedActivation<T>(IActivation<T> usual, Func<IActivation<T>> bind, bool isFar, int threads)
    : RangedFunction<T>(usual, bind, isFar, threads), IActivation<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public ActivationSpec Spec => usual.Spec;

    public void ValueInto(ReadOnlySpan<T> input, Span<T> value)
    {
        if (value.Overlaps(input))
        {
            T[] kept = Kept(input);
            Computed(kept.AsSpan(0, input.Length), value);
            ArrayPool<T>.Shared.Return(kept);
        }
        else
            Computed(input, value);
    }

    public void PullbackInto(ReadOnlySpan<T> input, ReadOnlySpan<T> cotangent, Span<T> gradient)
    {
        if (gradient.Overlaps(input) || gradient.Overlaps(cotangent))
        {
            T[] kept = Kept(input), weights = Kept(cotangent);
            Computed(kept.AsSpan(0, input.Length), weights.AsSpan(0, cotangent.Length), gradient);
            ArrayPool<T>.Shared.Return(kept);
            ArrayPool<T>.Shared.Return(weights);
        }
        else
            Computed(input, cotangent, gradient);
    }

    void Computed(ReadOnlySpan<T> input, Span<T> value)
    {
        Beyond.TakeLeft();
        usual.ValueInto(input, value);
        if (!IsFar && (!(Beyond.TakeLeft() || (!TellsAll && Again.Ended<T>(value, Threads))) || !Again.IsDue(input, [])))
            return;
        using Beyond.Keeping keeping = Beyond.Open();
        bind().ValueInto(input, value);
        Again.Round(value);
    }

    void Computed(ReadOnlySpan<T> input, ReadOnlySpan<T> cotangent, Span<T> gradient)
    {
        Beyond.TakeLeft();
        usual.PullbackInto(input, cotangent, gradient);
        if (!IsFar && (!(Beyond.TakeLeft() || (!Tells && Again.Ended<T>(gradient, Threads))) || !Again.IsDue(input, cotangent)))
            return;
        using Beyond.Keeping keeping = Beyond.Open();
        bind().PullbackInto(input, cotangent, gradient);
        Again.Round(gradient);
    }

    // The arguments are overwritten, but a recomputation still needs them.
    static T[] Kept(ReadOnlySpan<T> numbers)
    {
        T[] kept = ArrayPool<T>.Shared.Rent(numbers.Length);
        numbers.CopyTo(kept);
        return kept;
    }
}
