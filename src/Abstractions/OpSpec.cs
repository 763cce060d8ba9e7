namespace ParityNet;

/// <summary>What to compute, as data: immutable, validated when built, comparable by value.</summary>
public abstract record OpSpec
{
    /// <summary>PyTorch's name of the op; where PyTorch lacks it, the name in the system that introduced it.</summary>
    public abstract string Name { get; }
}
