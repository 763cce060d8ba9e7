namespace ParityNet.Parity.Rendering;

/// <summary>How well a trained model does on the validation part.</summary>
/// <param name="Backend">The backend that trained it.</param>
/// <param name="Measure">What is measured, with its unit: <c>root mean squared error, USD</c>.</param>
/// <param name="Value">The number.</param>
public sealed record TrainingError(string Backend, string Measure, double Value);
