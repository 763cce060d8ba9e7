namespace ParityNet.Optimizers;

/// <summary>What AMSGrad takes the largest of.</summary>
public enum AmsGradForm
{
    /// <summary>The mean square as it is kept: PyTorch's and Keras's.</summary>
    Uncorrected,

    /// <summary>The mean square after its bias correction: optax's, and that of PyTorch's documentation.</summary>
    Corrected,
}
