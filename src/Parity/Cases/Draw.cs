using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Cases;

/// <summary>Draws cases deterministically: the same seed, op and index always give the same case.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
public sealed class Draw<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    // FsCheck's generators take a size, on which ours do not depend.
    const int Size = 30;

    readonly ImmutableArray<Gen<Case<T>>> bySpec;
    readonly ulong seed;
    readonly Func<int, CaseOrigin>? origin;

    /// <summary>Draws cases of one op: of its examples, and of variants of its options.</summary>
    /// <param name="entry">The op.</param>
    /// <param name="seed">The seed.</param>
    public Draw(OpEntry entry, ulong seed) : this(entry, seed, _ => true) => origin = index => new(entry, seed, index);

    /// <summary>Draws cases of those examples and variants of one op that suit.</summary>
    internal Draw(OpEntry entry, ulong seed, Func<OpSpec, bool> suits)
    {
        ArgumentNullException.ThrowIfNull(entry);
        this.seed = Mixed(seed, $"{entry.Kind}/{entry.Name}");
        Specs = [.. SpecVariants.Of(entry, this.seed).Where(suits)];
        Examples = Math.Max(1, entry.Examples.Count(suits));
        bySpec = [.. Specs.Select(Of)];
    }

    /// <summary>Draws cases of one spec.</summary>
    /// <param name="spec">The spec; it need not be in the catalogue.</param>
    /// <param name="seed">The seed.</param>
    public Draw(OpSpec spec, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(spec);
        this.seed = Mixed(seed, spec.Name);
        Specs = [spec];
        Examples = 1;
        bySpec = [Of(spec)];
    }

    /// <summary>The specs for which cases are drawn, the examples first.</summary>
    public ImmutableArray<OpSpec> Specs { get; }

    /// <summary>The number of <see cref="Specs"/> that are the op's own examples.</summary>
    public int Examples { get; }

    /// <summary>One case.</summary>
    /// <param name="index">The index of the case, from 0.</param>
    /// <returns>The case: of an example for even indices, of a variant for odd ones.</returns>
    /// <remarks>Every twelfth case has a dimension of 63 to 1,000, and its request is where it was drawn instead of its numbers.</remarks>
    public Case<T> At(int index) =>
        LongShapes.IsTurn(index) && Long(index) is { } cases ? Sampled(cases, index) : Sampled(bySpec[Which(index)], index);

    /// <summary>One case that suits backends of which some are partial.</summary>
    /// <remarks>An optimizer that one of them steps from its initial state alone gives a run on the first such backend.</remarks>
    internal Case<T> At(int index, params IEnumerable<IBackend?> backends)
    {
        IPartialBackend[] partial = [.. backends.OfType<IPartialBackend>()];
        if (Specs[Which(index)] is OptimizerSpec spec && partial.FirstOrDefault(backend => !backend.StepsFromState(spec)) is { } runner)
            return Sampled(OptimizerCases<T>.Runs(spec).Select(run => new OptimizerRunCase<T>(runner, spec, run.Parameters, run.Gradients)), index);
        return At(index) is FunctionCase<T> function && partial.Length > 0 ? PartialCases.Fitted(function, partial) : At(index);
    }

    Gen<Case<T>>? Long(int index)
    {
        int turn = LongShapes.Turn(index);
        ReadOnlySpan<int> lengths = LongShapes.Lengths;
        int length = lengths[(int)(((ulong)turn + seed) % (ulong)lengths.Length)];
        CaseOrigin? from = origin?.Invoke(index);
        return Specs[Which(turn)] switch
        {
            FunctionSpec spec => FunctionCases<T>.Long(spec, length, from)?.Select(c => (Case<T>)c),
            OptimizerSpec spec => OptimizerCases<T>.Long(spec, length, from).Select(c => (Case<T>)c),
            _ => null,
        };
    }

    int Which(int index)
    {
        int variants = Specs.Length - Examples;
        return index % 2 == 0 || variants == 0 ? index / (variants == 0 ? 1 : 2) % Examples : Examples + index / 2 % variants;
    }

    C Sampled<C>(Gen<C> cases, int index) where C : Case<T> => cases.Sample(Size, new Rnd(Mixed(seed, (ulong)index), Gamma), 1)[0];

    static ulong Gamma => 0x9E3779B97F4A7C15;

    static Gen<Case<T>> Of(OpSpec spec) => spec switch
    {
        FunctionSpec function => FunctionCases<T>.Of(function).Select(c => (Case<T>)c),
        OptimizerSpec optimizer => OptimizerCases<T>.Of(optimizer).Select(c => (Case<T>)c),
        ModelSpec model => ModelCases<T>.Of(model).Select(c => (Case<T>)c),
        _ => throw new NotSupportedException(
            $"Cases must be drawn for an op with arguments: expected a function, optimizer or model, got {spec.Name}."),
    };

    static ulong Mixed(ulong seed, string text) =>
        Encoding.UTF8.GetBytes(text + ElementType.Name<T>()).Aggregate(Mixed(seed, 0), (hash, b) => (hash ^ b) * 0x100000001B3);

    static ulong Mixed(ulong seed, ulong index)
    {
        ulong z = seed + (index + 1) * Gamma;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
