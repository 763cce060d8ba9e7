namespace ParityNet.Parity.Proving;

/// <summary>Says that a proof broke, with the counter-example.</summary>
public sealed class ProofException : Exception
{
    /// <summary>Builds the exception.</summary>
    /// <param name="message">The verdict and the counter-example.</param>
    public ProofException(string message) : base(message) { }

    /// <summary>Builds the exception.</summary>
    public ProofException() { }

    /// <summary>Builds the exception.</summary>
    /// <param name="message">The verdict and the counter-example.</param>
    /// <param name="innerException">What caused it.</param>
    public ProofException(string message, Exception innerException) : base(message, innerException) { }
}
