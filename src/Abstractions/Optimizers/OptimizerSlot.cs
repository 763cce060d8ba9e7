namespace ParityNet.Optimizers;

/// <summary>A piece of memory that an optimizer keeps for each parameter, of the parameter's shape.</summary>
/// <param name="Name">PyTorch's name in its state dict, for example <c>exp_avg</c>.</param>
/// <param name="Initial">What each element is before the first step.</param>
public sealed record OptimizerSlot(string Name, double Initial = 0);
