namespace ParityNet.Optimizers;

/// <summary>How momentum is accumulated. The forms differ in the first step and when the learning rate changes.</summary>
public enum MomentumForm
{
    /// <summary>PyTorch's: <c>b ← μb + (1 − τ)g</c>, at first <c>b = g</c>; <c>θ ← θ − ηb</c>.</summary>
    Buffer,

    /// <summary>
    /// The velocity of the textbooks: <c>v ← μv + ηg</c>; <c>θ ← θ − v</c>, with Nesterov <c>θ ← θ − (μv + ηg)</c>. Keras's.
    /// </summary>
    Velocity,

    /// <summary>A running average: <c>b ← μb + (1 − μ)g</c>, from 0; <c>θ ← θ − ηb</c>.</summary>
    Averaging,
}
