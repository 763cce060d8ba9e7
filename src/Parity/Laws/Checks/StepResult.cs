namespace ParityNet.Parity.Laws;

/// <summary>The state of an optimizer of one parameter tensor.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Slots">The slots by name.</param>
sealed record StepResult(long Step, Approx[] Parameters, IReadOnlyDictionary<string, Approx[]> Slots);
