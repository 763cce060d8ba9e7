namespace ParityNet.Cli.Training;

/// <summary>What the person asked <c>train</c> for.</summary>
/// <param name="Csv">The file.</param>
/// <param name="Target">The column to learn.</param>
/// <param name="Task"><c>auto</c>, <c>regression</c> or <c>classification</c>.</param>
/// <param name="Drop">Columns to leave out.</param>
/// <param name="Categorical">Columns of numbers that are words.</param>
/// <param name="Hidden">The widths of the hidden layers.</param>
/// <param name="Activation">The activation of the hidden layers, as text.</param>
/// <param name="Normalization"><c>none</c>, <c>batch</c> or <c>layer</c>.</param>
/// <param name="Momentum">The share of a batch in running statistics.</param>
/// <param name="Dropout">The share of hidden numbers left out.</param>
/// <param name="Initializer">How weights start, as text; <c>default</c> for PyTorch's way.</param>
/// <param name="L1">The strength of the penalty of absolute values.</param>
/// <param name="L2">The strength of the penalty of squares.</param>
/// <param name="Optimizer">The optimizer, as text.</param>
/// <param name="LearningRate">Its learning rate; null for its default.</param>
/// <param name="Schedule">The schedule, as text.</param>
/// <param name="Epochs">Epochs at most.</param>
/// <param name="BatchSize">Examples in a batch.</param>
/// <param name="Patience">Epochs without improvement.</param>
/// <param name="MinimumChange">What counts as improvement.</param>
/// <param name="Seed">Decides split, weights and batches.</param>
/// <param name="Validation">The share of rows held back.</param>
sealed record TrainOptions(
    string Csv, string Target, string Task, IReadOnlyList<string> Drop, IReadOnlyList<string> Categorical, int[] Hidden, string Activation,
    string Normalization, double Momentum, double Dropout, string Initializer, double L1, double L2,
    string Optimizer, double? LearningRate, string Schedule, int Epochs, int BatchSize, int Patience, double MinimumChange, ulong Seed, double Validation)
{
    /// <summary>A column of integers with at most so many different ones holds class labels.</summary>
    public const int MostLabels = 20;
}
