namespace ParityNet.Parity.Reports;

/// <summary>Something that did not run.</summary>
/// <param name="What">What was left out.</param>
/// <param name="Reason">Why.</param>
public sealed record SkipReport(string What, string Reason);
