using System.Numerics;
using ParityNet.Definitions;

namespace ParityNet.Parity.Laws;

/// <summary>Checks a law on a backend.</summary>
static class LawTrial
{
    // Lengths around the lane counts of float and double vectors, mostly short.
    static ReadOnlySpan<int> Sizes => [1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 33];

    /// <summary>Checks a law on one case.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="backend">The backend.</param>
    /// <param name="spec">The spec; the law must apply to it.</param>
    /// <param name="seed">The seed of the case.</param>
    /// <returns>How it is broken; null where it holds.</returns>
    public static string? Broken<T>(Law law, IBackend backend, OpSpec spec, ulong seed) where T : unmanaged, IFloatingPointIeee754<T> =>
        Broken(law, backend, spec, seed, new DrawCache<T>());

    /// <summary>Checks a law on one case, drawn from a cache that tensor laws share.</summary>
    internal static string? Broken<T>(Law law, IBackend backend, OpSpec spec, ulong seed, DrawCache<T> drawn)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Broken(law, backend, spec, seed, Sizes[(int)(seed % (ulong)Sizes.Length)], drawn);

    /// <summary>The shortest case on which a broken law still breaks, as text.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="law">The law.</param>
    /// <param name="backend">The backend.</param>
    /// <param name="spec">The spec.</param>
    /// <param name="seed">The seed on which it broke.</param>
    /// <param name="seen">How it broke there.</param>
    /// <returns>The spec, the size, the seed and the difference.</returns>
    public static string Shrunk<T>(Law law, IBackend backend, OpSpec spec, ulong seed, string seen) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var drawn = new DrawCache<T>();
        foreach (int size in Sizes)
            if (Broken(law, backend, spec, seed, size, drawn) is { } broken)
                return $"{Cases.CSharp.Spec(spec)}, size {size}, seed {seed}: {broken}";
        return $"{Cases.CSharp.Spec(spec)}, seed {seed}, which did not break it again: {seen}";
    }

    static string? Broken<T>(Law law, IBackend backend, OpSpec spec, ulong seed, int size, DrawCache<T> drawn)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        try
        {
            bool bounded = law.Kind == LawKind.Bounded;
            if (bounded && !Definition.Has(spec))
                return null;
            var bench = new LawContext<T>(backend, bounded, seed, size, drawn);
            return law.Broken(bench, spec) is { } broken ? bench.Against(spec, broken) : null;
        }
        catch (NotSupportedException)
        {
            // An op that the backend lacks breaks no law; the report counts it as skipped.
            return null;
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // Tensor laws share their cases, so one law, that every valid input gives a result, reports an exception for all.
            return law.OnCase is null or Computes or Refuses ? Computes.Refused(backend.Name, problem.Message) : null;
        }
    }
}
