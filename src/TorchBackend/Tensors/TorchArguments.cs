namespace ParityNet.Torch;

/// <summary>The arguments of an op as tensors of libtorch, under PyTorch's names.</summary>
sealed class TorchArguments(IReadOnlyDictionary<string, Tensor> byName)
{
    public Tensor Input => byName["input"];

    public Tensor Target => byName["target"];

    public Tensor? Weight => this["weight"];

    public Tensor? this[string name] => byName.GetValueOrDefault(name);
}

/// <summary>An op, computed by calls of libtorch.</summary>
delegate Tensor Forward(TorchArguments arguments);
