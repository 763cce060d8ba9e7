namespace ParityNet.Optimizers;

/// <summary>How gradients of several steps become one.</summary>
public enum AccumulationForm
{
    /// <summary>Their mean, kept up as they come: <c>a ← a + (g − a)/i</c>.</summary>
    Mean,

    /// <summary>Their sum: <c>a ← a + g</c>, as repeated calls of PyTorch's <c>backward</c> leave it.</summary>
    Sum,
}
