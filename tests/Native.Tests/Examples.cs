using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests;

/// <summary>Every spec that the contracts show in use.</summary>
static class Examples
{
    public static TheoryData<LossSpec> Losses => [.. Of<LossSpec>()];

    public static TheoryData<ActivationSpec> Activations => [.. Of<ActivationSpec>()];

    /// <summary>Those that take one parameter of any shape and numbers of any kind.</summary>
    public static TheoryData<OptimizerSpec> Optimizers =>
        [.. Of<OptimizerSpec>().Where(spec => spec.SmallestParameters <= 1 && spec.RankOf(0) is null && spec is not ClipGradNorm { ErrorIfNonFinite: true })];

    /// <summary>Those of them that step each number by itself.</summary>
    public static TheoryData<OptimizerSpec> Elementwise => [.. Of<OptimizerSpec>().Where(spec => spec is { SmallestParameters: <= 1, IsElementwise: true })];

    public static TheoryData<LayerSpec> Layers => [.. Of<LayerSpec>()];

    public static TheoryData<ModelSpec> Models => [.. Of<ModelSpec>()];

    static IEnumerable<TSpec> Of<TSpec>() where TSpec : OpSpec => typeof(TSpec).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IShowsExamples<TSpec>)) && !type.IsInterface && type.IsAssignableTo(typeof(TSpec)))
        .SelectMany(type => (ImmutableArray<TSpec>)type.GetProperty(nameof(IShowsExamples<>.Examples))!.GetValue(null)!);
}
