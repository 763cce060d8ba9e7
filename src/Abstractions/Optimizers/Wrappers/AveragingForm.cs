namespace ParityNet.Optimizers;

/// <summary>How weights are averaged over steps.</summary>
public enum AveragingForm
{
    /// <summary>Later ones count more: <c>ā ← δā + (1 − δ)θ</c>.</summary>
    Exponential,

    /// <summary>All count alike: <c>ā ← ā + (θ − ā)/t</c>.</summary>
    Equal,
}
