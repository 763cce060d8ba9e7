namespace ParityNet.Cli.Tables;

/// <summary>A number as a cell writes it.</summary>
/// <param name="Value">The number; a percentage as it is written, so that 5 % is 5.</param>
/// <param name="Unit">The currency or percent sign; empty for none.</param>
readonly record struct Numeral(double Value, string Unit);
