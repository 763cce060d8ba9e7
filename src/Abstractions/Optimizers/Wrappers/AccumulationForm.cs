namespace ParityNet.Optimizers;

/// <summary>How the gradients of several steps are combined.</summary>
public enum AccumulationForm
{
    /// <summary>Their mean, updated with each of them: <c>a ← a + (g − a)/i</c>.</summary>
    Mean,

    /// <summary>Their sum: <c>a ← a + g</c>, as repeated calls of PyTorch's <c>backward</c> accumulate it.</summary>
    Sum,
}
