namespace ParityNet.Native.Minimizers;

/// <summary>A direction to search along.</summary>
/// <param name="D">The direction.</param>
/// <param name="FirstStep">The first step length to try.</param>
/// <param name="IsGradient">Whether it is the negative gradient, with nothing remembered.</param>
/// <param name="Longest">The largest step length.</param>
sealed record Direction(double[] D, double FirstStep = 1, bool IsGradient = false, double Longest = double.PositiveInfinity);
