namespace ParityNet.Cli.Exits;

/// <summary>Something that the person at the keyboard can put right; the message says how in one sentence.</summary>
/// <param name="message">The sentence.</param>
/// <param name="inner">What it came from, where it came from something.</param>
sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);
