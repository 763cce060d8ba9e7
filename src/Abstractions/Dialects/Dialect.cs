namespace ParityNet.Dialects;

/// <summary>A system whose names and defaults are meant.</summary>
public enum Dialect
{
    /// <summary>PyTorch; the defaults of the specs are its.</summary>
    Torch,

    /// <summary>Keras 3.</summary>
    Keras,

    /// <summary>optax.</summary>
    Optax,
}
