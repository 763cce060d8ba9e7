namespace ParityNet.Bench;

/// <summary>The same work for both backends, everything they need made beforehand.</summary>
interface IWork
{
    /// <summary>Does it with libtorch, its data already in tensors.</summary>
    void Torch();

    /// <summary>Does it with the native backend.</summary>
    void Native();

    /// <summary>Does it with libtorch into memory used again, where it has a form that does; else with its own allocation.</summary>
    void TorchInto();

    /// <summary>Does it with the native backend into the caller's memory.</summary>
    void NativeInto();
}
