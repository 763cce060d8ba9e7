namespace ParityNet.Optimizers;

/// <summary>How weights are averaged over steps.</summary>
public enum AveragingForm
{
    /// <summary>Exponential moving average: <c>ā ← δā + (1 − δ)θ</c>.</summary>
    Exponential,

    /// <summary>Arithmetic mean of all steps: <c>ā ← ā + (θ − ā)/t</c>.</summary>
    Equal,
}
