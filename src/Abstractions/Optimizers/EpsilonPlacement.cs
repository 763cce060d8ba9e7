namespace ParityNet.Optimizers;

/// <summary>Where ε stands in a divisor. Systems differ, and the steps that small gradients give differ with them.</summary>
public enum EpsilonPlacement
{
    /// <summary>Added to the root, after any bias correction: <c>√v̂ + ε</c>. PyTorch's, except in Adamax.</summary>
    Outside,

    /// <summary>Added under the root: <c>√(v̂ + ε)</c>, optax's <c>eps_root</c>; in Adamax under the maximum, where PyTorch has it.</summary>
    Inside,

    /// <summary>Added to the root before the bias correction: <c>(√v + ε)/√(1 − β₂ᵗ)</c>, the paper's ε̂ and Keras's <c>epsilon</c>.</summary>
    Uncorrected,
}
