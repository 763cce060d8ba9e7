using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace ParityNet.Reports;

/// <summary>A training run of both backends in lock-step from the same initial parameters.</summary>
/// <remarks>
/// <c>ρ = ‖θ_native − θ_torch‖ / median ‖θ_torch − θ_twin‖</c>, where the twins are torch runs whose initial weights differ by ±1 ULP.
/// For correct code ρ stays near or below 1, whatever the length of the run.
/// </remarks>
/// <param name="Name">The regime in words.</param>
/// <param name="Model">The network, as C#.</param>
/// <param name="Optimizer">The optimizer, as C#.</param>
/// <param name="Loss">The loss, as C#.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
/// <param name="Seeds">The number of seeds over which the figures are medians.</param>
/// <param name="Twins">The number of twins per seed.</param>
/// <param name="GrowthExponent">The slope of log distance between the backends against log step.</param>
/// <param name="MaxRho">The largest ρ up to step 100, before chaotic growth saturates it.</param>
/// <param name="PartsAt">The first step at which the losses of the backends differ in their bits; null where they never do.</param>
/// <param name="Points">The figures at chosen steps.</param>
public sealed record TrajectoryReport(
    string Name, string Model, string Optimizer, string Loss, string ElementType, int Seeds, int Twins, double GrowthExponent,
    double MaxRho, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? PartsAt, ImmutableArray<TrajectoryPoint> Points);

/// <summary>The figures of a pair of training runs after a step, as medians over seeds.</summary>
/// <param name="Step">The number of steps done.</param>
/// <param name="NativeLoss">The first backend's loss.</param>
/// <param name="TorchLoss">The second backend's loss.</param>
/// <param name="Distance">‖θ_native − θ_torch‖.</param>
/// <param name="TwinLow">The nearest twin's distance from torch.</param>
/// <param name="TwinMedian">The median twin's distance from torch.</param>
/// <param name="TwinHigh">The farthest twin's distance from torch.</param>
/// <param name="Rho">The ratio of the distance to the median twin's.</param>
/// <param name="SynchronisedP50">The median difference, in ULPs at the scale of the update, of one step of both backends from torch's
/// state.</param>
/// <param name="SynchronisedMax">The largest difference of that step.</param>
/// <param name="BitsEqualPercent">The percentage of parameters with equal bits after that step.</param>
public sealed record TrajectoryPoint(
    int Step, double NativeLoss, double TorchLoss, double Distance, double TwinLow, double TwinMedian, double TwinHigh, double Rho,
    double SynchronisedP50, double SynchronisedMax, double BitsEqualPercent);
