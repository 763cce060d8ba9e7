namespace ParityNet;

/// <summary>The unit of an entropic loss.</summary>
public enum LogBase
{
    /// <summary>Natural logarithms, as in libtorch.</summary>
    Nats,

    /// <summary>Logarithms of base 2: nats divided by ln 2.</summary>
    Bits,
}
