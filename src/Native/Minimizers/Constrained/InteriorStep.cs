namespace ParityNet.Native.Minimizers;

/// <summary>A step that the filter accepts.</summary>
/// <param name="Point">Where it leads.</param>
/// <param name="Length">Its length, as a fraction of the full one.</param>
/// <param name="DualLength">The length of the step of the multipliers of inequalities.</param>
/// <param name="Z">Those multipliers after a full step.</param>
/// <param name="Nu">The multipliers of equalities after a full step.</param>
/// <param name="Filter">The filter after the step.</param>
sealed record InteriorStep(InteriorIterate Point, double Length, double DualLength, double[] Z, double[] Nu, Filter Filter);
