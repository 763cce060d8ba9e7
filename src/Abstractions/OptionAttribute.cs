namespace ParityNet;

/// <summary>
/// PyTorch's name of an option, where it is not the property's own name in snake case; or of an enumeration's value, where it is not the
/// same in lower case.
/// </summary>
/// <param name="name">The name, for example <c>lr</c>.</param>
/// <param name="index">The position in the list, where PyTorch's option is a list, for example 1 for <c>betas[1]</c>; −1 elsewhere.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class OptionAttribute(string name, int index = -1) : Attribute
{
    /// <summary>PyTorch's name.</summary>
    public string Name { get; } = name;

    /// <summary>The position in PyTorch's list, or −1.</summary>
    public int Index { get; } = index;

    /// <summary>Whether a single number is accepted for a list of one element, as in <c>torch.nn.LayerNorm(4)</c>.</summary>
    public bool AllowsOne { get; init; }
}
