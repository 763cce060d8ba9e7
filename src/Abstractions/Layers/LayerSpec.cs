namespace ParityNet.Layers;

/// <summary>A part of a network that is no activation: it has parameters, works across a batch, or depends on chance.</summary>
/// <remarks>Pure, as every function here: running statistics and masks are arguments.</remarks>
public abstract record LayerSpec : FunctionSpec
{
    /// <summary>The first argument of a layer.</summary>
    protected static OperandInfo Input { get; } = new("input", Differentiable: true);
}
