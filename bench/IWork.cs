namespace ParityNet.Bench;

/// <summary>The same work for both backends, everything they need made beforehand.</summary>
interface IWork
{
    /// <summary>Does it with libtorch, its data already in tensors.</summary>
    void Torch();

    /// <summary>Does it with the native backend.</summary>
    void Native();
}
