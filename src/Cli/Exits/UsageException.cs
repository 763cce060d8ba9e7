namespace ParityNet.Cli.Exits;

/// <summary>An error that the user can correct; the message says how in one sentence.</summary>
/// <param name="message">The message.</param>
/// <param name="inner">The cause; null for none.</param>
sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
