namespace ParityNet.Cli;

/// <summary>Something that the person at the keyboard can put right; the message says how in one sentence.</summary>
/// <param name="message">The sentence.</param>
sealed class UsageException(string message) : Exception(message);
