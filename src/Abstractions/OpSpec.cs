namespace ParityNet;

/// <summary>A spec: what to compute, as data that is immutable, validated on construction and compared by value.</summary>
public abstract record OpSpec
{
    /// <summary>PyTorch's name of the op; where PyTorch lacks it, the name in the framework that introduced it.</summary>
    public abstract string Name { get; }
}
