using System.Collections.Concurrent;
using System.Numerics;
using ParityNet.Parity.Cases;

namespace ParityNet.Parity.Laws;

/// <summary>The cases that laws about tensors try: many laws try the same one, and drawing it takes longer than most of them.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
sealed class DrawCache<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    readonly ConcurrentDictionary<(OpSpec Spec, ulong Seed), Case<T>> cases = new();

    readonly ConcurrentDictionary<Type, Draw<T>> variants = new();

    /// <summary>A case of the op with any of its options; with its own where it stands in no catalogue.</summary>
    public Case<T> Variant(OpSpec spec, ulong seed) =>
        variants.GetOrAdd(spec.GetType(), type => Catalog.All.FirstOrDefault(entry => entry.SpecType == type) is { } entry ? new(entry, 1) : new(spec, 1))
            .At((int)(seed % int.MaxValue));

    /// <summary>The case of a spec and a seed; a law must leave it as it is.</summary>
    public Case<T> Of(OpSpec spec, ulong seed) => cases.GetOrAdd((spec, seed), key => new Draw<T>(key.Spec, key.Seed).At(0));
}
