namespace ParityNet.Models;

/// <summary>An argument of a stage beside its input.</summary>
/// <param name="Operand">The name of the function's operand.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Index">Its position there.</param>
public sealed record StageArgument(string Operand, StageSource Source, int Index);
