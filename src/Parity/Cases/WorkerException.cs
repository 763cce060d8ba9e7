namespace ParityNet.Parity.Cases;

/// <summary>The exception for a worker that does not answer as the protocol says; its message names the worker and what it did.</summary>
public sealed class WorkerException : Exception
{
    /// <summary>Builds the exception.</summary>
    /// <param name="message">What must hold, and what the worker did, in one sentence.</param>
    public WorkerException(string message) : base(message) { }

    /// <summary>Builds the exception.</summary>
    public WorkerException() { }

    /// <summary>
    /// Whether there was no answer at all, or none of JSON with the right id; false where what was answered is an error, or not of its form.
    /// </summary>
    public bool IsLost { get; init; }

    /// <summary>Builds the exception.</summary>
    /// <param name="message">What must hold, and what the worker did, in one sentence.</param>
    /// <param name="innerException">The cause.</param>
    public WorkerException(string message, Exception innerException) : base(message, innerException) { }
}
