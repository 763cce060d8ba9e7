using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Laws;

/// <summary>The same input gives the same bits again.</summary>
sealed class Repeats : ITensorLaw
{
    public string? Broken<T>(IBackend backend, Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ImmutableArray<Quantity<T>> first = @case.Run(backend);
        // Its 24 bytes move what the second run allocates to another alignment, on which nothing may depend.
        GC.KeepAlive(new object());
        return Differ(first, @case.Run(backend));
    }

    /// <summary>The first bitwise difference of two results; null where there is none.</summary>
    public static string? Differ<T>(ImmutableArray<Quantity<T>> expected, ImmutableArray<Quantity<T>> actual)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < expected.Length; i++)
            if (Bits.Difference(expected[i].Values, actual[i].Values) is { } difference)
                return $"{expected[i].Name}: {difference}";
        return null;
    }
}
