using BenchmarkDotNet.Attributes;
using ParityNet.Parity;

namespace ParityNet.Bench;

/// <summary>Every function of a kind: its value, or with it the gradients that training takes.</summary>
public abstract class FunctionBenchmarks(OpKind kind) : OpBenchmarks(kind)
{
    /// <summary>What is computed.</summary>
    [Params("value", "gradient", Priority = 4)]
    public string Pass { get; set; } = "";

    /// <inheritdoc/>
    protected override bool WithGradient => Pass == "gradient";
}
