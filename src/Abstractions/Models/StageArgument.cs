namespace ParityNet.Models;

/// <summary>An argument of a stage other than its input.</summary>
/// <param name="Operand">The name of the function's operand.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Index">Its index there.</param>
public sealed record StageArgument(string Operand, StageSource Source, int Index);
