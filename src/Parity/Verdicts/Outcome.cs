using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Verdicts;

/// <summary>The outcome of a case on a backend: quantities, or a refusal.</summary>
sealed record Outcome<T>(string Backend, ImmutableArray<Quantity<T>> Quantities, string? Refusal) where T : unmanaged, IFloatingPointIeee754<T>
{
    public static Outcome<T> Of(Case<T> @case, IBackend backend)
    {
        try
        {
            return new(backend.Name, @case.Run(backend), null);
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or NotSupportedException))
        {
            return new(backend.Name, [], First(problem.Message));
        }
    }

    // A library may append a stack trace, which is no part of the reason.
    static string First(string message)
    {
        string line = message.Split('\n', 2)[0].TrimEnd();
        int end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line[..(end + 1)];
    }

    /// <summary>How the quantities fail to match the definition's in name or number of elements; null where they match.</summary>
    public string? Misfit(ImmutableArray<Defined<Enclosure<T>>> bounds)
    {
        for (int q = 0; q < bounds.Length; q++)
            if (Quantities[q].Name != bounds[q].Name || Quantities[q].Values.FlattenedLength != bounds[q].Elements.Length)
                return $"{Backend} must compute {bounds[q].Name}: expected {bounds[q].Elements.Length} elements, got " +
                    $"{Quantities[q].Values.FlattenedLength}.";
        return null;
    }
}
