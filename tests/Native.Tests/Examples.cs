using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests;

/// <summary>Every spec that the contracts show in use.</summary>
static class Examples
{
    public static TheoryData<LossSpec> Losses => [.. Of<LossSpec>()];

    public static TheoryData<ActivationSpec> Activations => [.. Of<ActivationSpec>()];

    public static TheoryData<OptimizerSpec> Optimizers => [.. Of<OptimizerSpec>()];

    public static TheoryData<ModelSpec> Models => [.. Of<ModelSpec>()];

    static IEnumerable<TSpec> Of<TSpec>() where TSpec : OpSpec => typeof(TSpec).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IShowsExamples<TSpec>)) && !type.IsInterface && type.IsAssignableTo(typeof(TSpec)))
        .SelectMany(type => (ImmutableArray<TSpec>)type.GetProperty(nameof(IShowsExamples<>.Examples))!.GetValue(null)!);
}
