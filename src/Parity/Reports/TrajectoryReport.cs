using System.Collections.Immutable;

namespace ParityNet.Parity.Reports;

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
/// <param name="GrowthExponent">The slope of log distance between the backends against log step.</param>
/// <param name="MaxRho">The greatest ρ up to step 100, before chaos saturates it.</param>
/// <param name="PartsAt">The first step at which the losses of both backends differ in their bits; null where they never do.</param>
/// <param name="Points">The figures at chosen steps.</param>
public sealed record TrajectoryReport(
    string Name, string Model, string Optimizer, string Loss, string ElementType, int Seeds, int Twins, double GrowthExponent,
    double MaxRho, int? PartsAt, ImmutableArray<TrajectoryPoint> Points);
