using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using ParityNet.Definitions;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Blind;

/// <summary>Judges the cases of a seed that no development has seen, for every op and both element types.</summary>
/// <param name="first">The backend under test.</param>
/// <param name="second">The backend to compare with; null for none.</param>
/// <param name="settled">The cases that already hold, to which new ones are added.</param>
sealed class BlindRun(IBackend first, IBackend? second, SettledCases settled)
{
    const ulong Basis = 0xCBF29CE484222325, Prime = 0x100000001B3;

    readonly Judge judge = new(first, second, KnownDifferences.All);
    readonly ConcurrentBag<string> unexplained = [];
    long single, wide, judged, drawn;

    /// <summary>Judges a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="cases">The number of cases per op and element type.</param>
    /// <param name="ops">The ops; those that no backend computes are skipped.</param>
    /// <param name="progress">Receives the number of ops done and the name of the last one; null for none.</param>
    /// <param name="cancellation">Cancels the run.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public BlindResult Run(ulong seed, int cases, ImmutableArray<OpEntry> ops, Action<int, string>? progress = null,
        CancellationToken cancellation = default)
    {
        (single, wide, judged, drawn) = (0, 0, 0, 0);
        unexplained.Clear();
        int done = 0;
        foreach (OpEntry entry in ops.Where(entry => entry.IsComputed && Definition.Has(entry.Examples[0])))
        {
            Interlocked.Add(ref single, Elements<float>(entry, seed, cases, cancellation));
            Interlocked.Add(ref wide, Elements<double>(entry, seed, cases, cancellation));
            progress?.Invoke(++done, entry.Name);
        }
        return new(seed, single, wide, drawn, judged, [.. unexplained.Order(StringComparer.Ordinal)]);
    }

    long Elements<T>(OpEntry entry, ulong seed, int cases, CancellationToken cancellation) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var draw = new Draw<T>(entry, seed);
        long elements = 0;
        Parallel.For(0, cases, new ParallelOptions { CancellationToken = cancellation }, i =>
            Interlocked.Add(ref elements, Elements(draw.At(i), $"{seed}/{entry.Kind}/{entry.Name}/{ElementType.Name<T>()}/{i}")));
        return elements;
    }

    long Elements<T>(Case<T> @case, string name) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Interlocked.Increment(ref drawn);
        (ulong hash, long elements) = Computed(@case);
        if (settled.Holds(name, hash))
            return elements;
        Interlocked.Increment(ref judged);
        if (Holds(@case))
            settled.Settle(name, hash);
        else
            unexplained.Add(@case.Request());
        return elements;
    }

    bool Holds<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            return judge.Of(@case).Holds;
        }
        catch (Exception problem) when (problem is not (OutOfMemoryException or OperationCanceledException))
        {
            // A case that cannot be judged does not hold.
            return false;
        }
    }

    (ulong Hash, long Elements) Computed<T>(Case<T> @case) where T : unmanaged, IFloatingPointIeee754<T>
    {
        (ulong hash, long elements) = Bits(@case, first);
        return second is null ? (hash, elements) : (hash * Prime + Bits(@case, second).Hash, elements);
    }

    // A refusal is hashed too, without its message, so that the case is judged again where another run does not refuse.
    static (ulong Hash, long Elements) Bits<T>(Case<T> @case, IBackend backend) where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            ulong hash = Basis;
            long elements = 0;
            foreach (Quantity<T> quantity in @case.Run(backend))
            {
                elements += quantity.Values.FlattenedLength;
                foreach (byte one in MemoryMarshal.AsBytes(quantity.Values.Flat()))
                    hash = (hash ^ one) * Prime;
            }
            return (hash, elements);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return (0, 0);
        }
    }
}
