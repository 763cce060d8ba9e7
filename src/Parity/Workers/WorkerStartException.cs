namespace ParityNet.Parity.Workers;

/// <summary>The exception for a worker that cannot be used: it does not start, or does not say what it can as the protocol asks.</summary>
/// <param name="message">What must hold, and what there is, in one sentence.</param>
/// <param name="inner">The cause; null for none.</param>
public sealed class WorkerStartException(string message, Exception? inner = null) : ArgumentException(message, inner);
