using ParityNet.Optimizers;

namespace ParityNet.Parity;

/// <summary>Which optimizers compute an update by matrix products.</summary>
static class MatrixProducts
{
    /// <summary>Whether the optimizer does, or the one that it wraps.</summary>
    public static bool AreIn(OptimizerSpec spec) => spec is Muon || spec is OptimizerWrapper { Optimizer: var inner } && AreIn(inner);
}
