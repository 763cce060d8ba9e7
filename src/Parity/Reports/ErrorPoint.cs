namespace ParityNet.Parity.Reports;

/// <summary>The error at one input.</summary>
/// <param name="Backend">The backend.</param>
/// <param name="Input">The input.</param>
/// <param name="Ulps">The error in ULPs.</param>
public sealed record ErrorPoint(string Backend, double Input, double Ulps);
