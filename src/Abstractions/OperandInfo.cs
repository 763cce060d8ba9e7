namespace ParityNet;

/// <summary>What an op expects of one argument.</summary>
/// <param name="Name">PyTorch's name.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Optional">Whether it may be left out.</param>
/// <param name="Differentiable">Whether a gradient with respect to it can be asked for.</param>
public sealed record OperandInfo(string Name, OperandKind Kind = OperandKind.Numbers, bool Optional = false, bool Differentiable = false)
{
    /// <summary>The word for this argument in messages.</summary>
    public string Label { get; init; } = Name;

    /// <summary>Which numbers it is defined for.</summary>
    public Domain Domain { get; init; }
}
