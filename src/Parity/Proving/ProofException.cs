namespace ParityNet.Parity.Proving;

/// <summary>The exception for a broken proof; its message contains the counterexample.</summary>
public sealed class ProofException : Exception
{
    /// <summary>Builds the exception.</summary>
    /// <param name="message">The verdict and the counterexample.</param>
    public ProofException(string message) : base(message) { }

    /// <summary>Builds the exception.</summary>
    public ProofException() { }

    /// <summary>Builds the exception.</summary>
    /// <param name="message">The verdict and the counterexample.</param>
    /// <param name="innerException">The cause.</param>
    public ProofException(string message, Exception innerException) : base(message, innerException) { }
}
