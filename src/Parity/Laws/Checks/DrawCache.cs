using System.Collections.Concurrent;
using System.Numerics;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>Caches the cases that tensor laws share, since drawing a case takes longer than most laws.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
sealed class DrawCache<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ConcurrentDictionary<(OpSpec Spec, ulong Seed), Case<T>> cases = new();

    readonly ConcurrentDictionary<Type, Draw<T>> variants = new();

    /// <summary>A case of the op with varied options; with the spec's own options where the op is not in the catalogue.</summary>
    public Case<T> Variant(OpSpec spec, ulong seed) =>
        variants.GetOrAdd(spec.GetType(),
            type => Catalog.All.FirstOrDefault(entry => entry.SpecType == type) is { } entry ? new(entry, 1) : new(spec, 1))
            .At((int)(seed % int.MaxValue));

    /// <summary>The case of a spec and a seed; a law must not modify it.</summary>
    public Case<T> Of(OpSpec spec, ulong seed) => cases.GetOrAdd((spec, seed), key => new Draw<T>(key.Spec, key.Seed).At(0));
}
