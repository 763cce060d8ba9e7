using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Optimizers;

/// <summary>A single pass over a parameter: reads parameter, gradient and slots once, writes parameter and slots once.</summary>
readonly unsafe struct RuleStep<T, R>(R rule, RuleBuffers<T> at) : IStep<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where R : struct, IRule<T>
{
    readonly R rule = rule;
    readonly RuleBuffers<T> at = at;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step<V>(nint index) where V : struct, ILanes<V, T>
    {
        ElementState<V> next = Next<V>(index);
        if (typeof(V) == typeof(Wide<T>) || V.AllFinite(R.Witness(next)))
            Write(next, index);
        else
            Again(index, V.Count);
    }

    // A call, so that the rare case is not inlined into every loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    void Again(nint first, int count)
    {
        for (nint index = first; index < first + count; index++)
            Again(index);
    }

    // Element by element, so that the result of an element does not depend on its neighbours.
    void Again(nint index)
    {
        ElementState<Scalar<T>> plain = Next<Scalar<T>>(index);
        if (Scalar<T>.AllFinite(R.Witness(plain)))
        {
            Write(plain, index);
            return;
        }

        Beyond.Leave();
        bool finite = true, far = false;
        Look(at.Parameter, index, ref finite, ref far);
        Look(at.Gradient, index, ref finite, ref far);
        Look(at.First, index, ref finite, ref far);
        Look(at.Second, index, ref finite, ref far);
        Look(at.Third, index, ref finite, ref far);
        Look(at.Fourth, index, ref finite, ref far);
        // An infinity or NaN among the arguments explains the result, unless another argument is close to the limits of the range.
        if (finite || far)
            Write(Next<Wide<T>>(index), index);
        else
            Write(plain, index);
    }

    static void Look(T* numbers, nint index, ref bool finite, ref bool far) =>
        Ranges.Again.Look(new ReadOnlySpan<T>(numbers + index, numbers == null ? 0 : 1), ref finite, ref far);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ElementState<V> Next<V>(nint index) where V : struct, ILanes<V, T>
    {
        V zero = V.All(T.Zero);
        V first = at.First == null ? zero : V.Load(in at.First[index]);
        V second = at.Second == null ? zero : V.Load(in at.Second[index]);
        V third = at.Third == null ? zero : V.Load(in at.Third[index]);
        V fourth = R.HasFourth ? V.Load(in at.Fourth[index]) : zero;
        return rule.Next(new ElementState<V>(V.Load(in at.Parameter[index]), first, second, third, fourth), V.Load(in at.Gradient[index]));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Write<V>(ElementState<V> next, nint index) where V : struct, ILanes<V, T>
    {
        next.Parameter.Store(ref at.NextParameter[index]);
        if (at.First != null)
            next.First.Store(ref at.NextFirst[index]);
        if (at.Second != null)
            next.Second.Store(ref at.NextSecond[index]);
        if (at.Third != null)
            next.Third.Store(ref at.NextThird[index]);
        if (R.HasFourth)
            next.Fourth.Store(ref at.NextFourth[index]);
    }
}
