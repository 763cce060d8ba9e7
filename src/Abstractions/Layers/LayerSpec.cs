namespace ParityNet.Layers;

/// <summary>A layer other than an activation: it has parameters, reduces over a batch, or is random.</summary>
/// <remarks>Pure, like every function here: running statistics and masks are arguments.</remarks>
public abstract record LayerSpec : FunctionSpec
{
    /// <summary>The first argument of a layer.</summary>
    protected static OperandInfo Input { get; } = new("input", Differentiable: true);

    /// <inheritdoc/>
    protected override bool KnowsByShapes => true;
}
