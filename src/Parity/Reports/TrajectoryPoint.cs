namespace ParityNet.Parity.Reports;

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
/// <param name="SynchronisedMax">The same: the greatest difference.</param>
/// <param name="BitsEqualPercent">The same: parameters with equal bits, in percent.</param>
public sealed record TrajectoryPoint(
    int Step, double NativeLoss, double TorchLoss, double Distance, double TwinLow, double TwinMedian, double TwinHigh, double Rho,
    double SynchronisedP50, double SynchronisedMax, double BitsEqualPercent);
