using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Audit;

/// <summary>Compares the results of a member with the enclosures of the definition.</summary>
/// <param name="run">Runs a case on the member.</param>
/// <param name="beside">The backend over the same native library: a result with the same bits there is not the member's fault.</param>
sealed class Comparison<T>(Func<Case<T>, ImmutableArray<Quantity<T>>> run, IBackend beside) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Runs a case; null where the member has no counterpart to it.</summary>
    public AuditCase? Of(Case<T> @case)
    {
        try
        {
            string? difference = Difference(@case);
            return new(@case.Spec, difference, () => difference is null ? "" : @case.Shrunk(Differs).Code());
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    bool Differs(Case<T> @case)
    {
        try
        {
            return Difference(@case) is not null;
        }
        catch (NotSupportedException)
        {
            return false;
        }
    }

    string? Difference(Case<T> @case)
    {
        ImmutableArray<Quantity<T>> got;
        Outcome<T> other = Outcome<T>.Of(@case, beside);
        try
        {
            got = run(@case);
        }
        catch (Exception refusal) when (refusal is not (OutOfMemoryException or NotSupportedException))
        {
            // Where both refuse, the native library refuses.
            return other.Refusal is null ? $"refused: {FirstSentence(refusal.Message)}" : null;
        }
        if (other.Refusal is not null)
            return null;
        ImmutableArray<Defined<Enclosure<T>>> bounds = @case.Define<Enclosure<T>>();
        for (int q = 0; q < bounds.Length; q++)
        {
            ReadOnlySpan<T> own = got[q].Values.Flat(), common = other.Quantities[q].Values.Flat();
            foreach (int i in @case.Judged(q, own.Length))
                // Whether an intermediate result overflows depends on libtorch's order of operations, which may vary between calls.
                if (!bounds[q].Elements[i].Contains(own[i]) && !bounds[q].Elements[i].ContainsBeyondRange(own[i]) && !Bits.Same(own[i], common[i]))
                    return FormattableString.Invariant($"{bounds[q].Name}, element {i}: expected {bounds[q].Elements[i]}, got {own[i]}");
        }
        return null;
    }

    static string FirstSentence(string message) => message.Split('\n')[0];
}
