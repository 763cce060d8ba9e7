namespace ParityNet.Training;

/// <summary>Stops training when the validation loss no longer improves: the rule, as data.</summary>
/// <remarks>
/// A loss improves when it is less than the best so far by more than the minimum change. After <paramref name="Patience"/> epochs in
/// a row without improvement training stops, but never after the first epoch alone. A NaN never improves. L. Prechelt, 1998; the
/// counting is Keras's.
/// </remarks>
/// <param name="Patience">The number of epochs in a row without improvement after which training stops; at least 1.</param>
/// <param name="MinimumChange">The minimum decrease that counts as an improvement; at least 0.</param>
public sealed record EarlyStopping(int Patience = 10, double MinimumChange = 0)
{
    /// <summary>The number of epochs in a row without improvement after which training stops; at least 1.</summary>
    public int Patience { get; init => field = Require.AtLeast(value, 1); } = Require.AtLeast(Patience, 1);

    /// <summary>The minimum decrease that counts as an improvement; at least 0.</summary>
    public double MinimumChange { get; init => field = Require.NotNegative(value); } = Require.NotNegative(MinimumChange);

    /// <summary>The progress before the first epoch.</summary>
    public static Progress Start { get; } = new(0, double.PositiveInfinity, -1, 0, false);

    /// <summary>The progress after one more epoch.</summary>
    /// <param name="progress">The progress so far.</param>
    /// <param name="validationLoss">The validation loss of the epoch.</param>
    /// <returns>The new progress.</returns>
    public Progress Observe(Progress progress, double validationLoss)
    {
        ArgumentNullException.ThrowIfNull(progress);
        if (validationLoss < progress.BestLoss - MinimumChange)
            return new Progress(progress.Epochs + 1, validationLoss, progress.Epochs, 0, false);
        int waited = progress.Waited + 1;
        return progress with { Epochs = progress.Epochs + 1, Waited = waited, ShouldStop = waited >= Patience && progress.Epochs > 0 };
    }

    /// <summary>The progress of training.</summary>
    /// <param name="Epochs">The number of epochs observed.</param>
    /// <param name="BestLoss">The best validation loss; infinite before the first.</param>
    /// <param name="BestEpoch">The epoch of that loss, from 0; −1 before the first.</param>
    /// <param name="Waited">The number of epochs since then.</param>
    /// <param name="ShouldStop">Whether to stop.</param>
    public sealed record Progress(int Epochs, double BestLoss, int BestEpoch, int Waited, bool ShouldStop);
}
