namespace ParityNet.Parity.Cases;

/// <summary>The exception for a case that a backend does not take part in: an op, element type or option that it lacks, with the reason.</summary>
/// <remarks>A skipped case is counted with its reason. It is neither right nor wrong.</remarks>
/// <param name="reason">The reason, in one sentence.</param>
sealed class CaseSkippedException(string reason) : NotSupportedException(reason);
