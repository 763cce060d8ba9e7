using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Verdicts;

/// <summary>The outcome of a case on a backend: quantities, or a refusal.</summary>
sealed record Outcome<T>(string Backend, ImmutableArray<Quantity<T>> Quantities, string? Refusal) where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Whether the backend may lack quantities.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Why the backend does not take part; null where it does.</summary>
    public string? Skipped { get; init; }

    /// <summary>Whether the refusal is no opinion about the arguments, but a worker that gave no answer.</summary>
    public bool IsLost { get; init; }

    public static Outcome<T> Of(Case<T> @case, IBackend backend)
    {
        try
        {
            return new(backend.Name, @case.Run(backend), null) { IsPartial = backend is IPartialBackend };
        }
        catch (CaseSkippedException skipped)
        {
            return new(backend.Name, [], null) { Skipped = skipped.Message };
        }
        catch (WorkerException wrong)
        {
            return new(backend.Name, [], wrong.Message) { IsLost = wrong.IsLost };
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
        foreach (Defined<Enclosure<T>> bound in bounds)
        {
            Quantity<T>? computed = Find(bound.Name);
            if (computed is null ? !IsPartial : computed.Values.FlattenedLength != bound.Elements.Length)
                return $"{Backend} must compute {bound.Name}: expected {bound.Elements.Length} elements, got " +
                    $"{computed?.Values.FlattenedLength ?? 0}.";
        }
        return null;
    }

    /// <summary>The elements of a quantity; empty where the backend does not compute it.</summary>
    public ReadOnlySpan<T> Of(string quantity) => Find(quantity) is { } computed ? computed.Values.Flat() : [];

    Quantity<T>? Find(string quantity) => Quantities.FirstOrDefault(computed => computed.Name == quantity);
}
