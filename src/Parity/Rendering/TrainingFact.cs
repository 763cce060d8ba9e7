namespace ParityNet.Parity.Rendering;

/// <summary>One line of a training report's set-up.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Text">What holds.</param>
public sealed record TrainingFact(string Name, string Text);
