namespace ParityNet.Optimizers;

/// <summary>Where ε is added in a denominator. Frameworks differ here, and so do their steps for small gradients.</summary>
public enum EpsilonPlacement
{
    /// <summary>Added to the root, after any bias correction: <c>√v̂ + ε</c>. PyTorch's, except in Adamax.</summary>
    Outside,

    /// <summary>Added inside the root: <c>√(v̂ + ε)</c>, optax's <c>eps_root</c>; in Adamax inside the maximum, as in PyTorch.</summary>
    Inside,

    /// <summary>
    /// Added to the root before the bias correction: <c>(√v + ε)/√(1 − β₂ᵗ)</c>, the paper's ε̂ and Keras's <c>epsilon</c>.
    /// </summary>
    Uncorrected,
}
