using System.Collections.Immutable;

namespace ParityNet.Reports;

/// <summary>A training run that both backends made in lock-step from the same start.</summary>
/// <remarks>
/// <c>ρ = ‖θ_native − θ_torch‖ / median ‖θ_torch − θ_twin‖</c>, where the twins are torch runs whose weights start ±1 ULP away.
/// Correct code stays near or below 1, whatever the length of the run.
/// </remarks>
/// <param name="Name">The regime in words.</param>
/// <param name="Model">The network, as C#.</param>
/// <param name="Optimizer">The optimizer, as C#.</param>
/// <param name="Loss">The loss, as C#.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Seeds">How many starts the figures are medians of.</param>
/// <param name="Twins">How many twins each start has.</param>
/// <param name="GrowthExponent">The derivative of log distance between the backends against log step.</param>
/// <param name="MaxRho">The largest ρ up to step 100, before chaos saturates it.</param>
/// <param name="PartsAt">The first step at which the losses of both backends differ in their bits; null where they never do.</param>
/// <param name="Points">The figures at chosen steps.</param>
public sealed record TrajectoryReport(
    string Name, string Model, string Optimizer, string Loss, string ElementType, int Seeds, int Twins, double GrowthExponent,
    double MaxRho, int? PartsAt, ImmutableArray<TrajectoryPoint> Points);

/// <summary>Where a pair of training runs stands after a step; medians over seeds.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="NativeLoss">The first backend's loss.</param>
/// <param name="TorchLoss">The second backend's loss.</param>
/// <param name="Distance">‖θ_native − θ_torch‖.</param>
/// <param name="TwinLow">The nearest twin's distance from torch.</param>
/// <param name="TwinMedian">The median twin's distance from torch.</param>
/// <param name="TwinHigh">The farthest twin's distance from torch.</param>
/// <param name="Rho">Distance over the median twin's.</param>
/// <param name="SynchronisedP50">One step of both from torch's state: the median difference in ULPs at the scale of the update.</param>
/// <param name="SynchronisedMax">The same: the largest difference.</param>
/// <param name="BitsEqualPercent">The same: parameters with equal bits, in percent.</param>
public sealed record TrajectoryPoint(
    int Step, double NativeLoss, double TorchLoss, double Distance, double TwinLow, double TwinMedian, double TwinHigh, double Rho,
    double SynchronisedP50, double SynchronisedMax, double BitsEqualPercent);
