namespace ParityNet.Cli.Verification;

/// <summary>One thing that was verified about a report.</summary>
/// <param name="What">What.</param>
/// <param name="Problem">What is wrong; null where it is right.</param>
/// <param name="Moved">What differs without being wrong, since a library promises no bits across machines; null where nothing does.</param>
sealed record Check(string What, string? Problem = null, string? Moved = null);
