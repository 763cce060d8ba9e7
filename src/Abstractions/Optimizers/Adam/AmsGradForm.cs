namespace ParityNet.Optimizers;

/// <summary>Which mean square AMSGrad takes the running maximum of.</summary>
public enum AmsGradForm
{
    /// <summary>The mean square before its bias correction: PyTorch's and Keras's.</summary>
    Uncorrected,

    /// <summary>The mean square after its bias correction: optax's, and that of PyTorch's documentation.</summary>
    Corrected,
}
