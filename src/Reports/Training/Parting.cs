namespace ParityNet.Reports.Training;

/// <summary>The first step after which the parameters of two backends differ in their bits.</summary>
/// <param name="Step">The step, from 1.</param>
/// <param name="Epoch">Its epoch, from 1.</param>
/// <param name="Parameter">The name of the first parameter that differs.</param>
/// <param name="Index">The index of its first element that differs, row-major.</param>
/// <param name="First">The value of the first backend.</param>
/// <param name="Second">The value of the other backend.</param>
/// <param name="Other">The other backend's position.</param>
public sealed record Parting(long Step, int Epoch, string Parameter, int Index, double First, double Second, int Other);
