using ParityNet.Cli.Tables;

namespace ParityNet.Cli.Training;

/// <summary>The options of <c>train</c>.</summary>
/// <param name="Csv">The file.</param>
/// <param name="Table">How to read it.</param>
/// <param name="Target">The column to learn; null where none was given.</param>
/// <param name="Task"><c>auto</c>, <c>regression</c> or <c>classification</c>.</param>
/// <param name="Columns">Decisions on columns.</param>
/// <param name="Hidden">The widths of the hidden layers.</param>
/// <param name="Activation">The activation of the hidden layers, as text.</param>
/// <param name="Normalization"><c>none</c>, <c>batch</c> or <c>layer</c>.</param>
/// <param name="Momentum">BatchNorm's momentum: the weight of a batch in the running statistics.</param>
/// <param name="Dropout">The dropout probability of hidden units.</param>
/// <param name="Initializer">The initializer of the weights, as text; <c>default</c> for PyTorch's default.</param>
/// <param name="L1">The strength of the L1 penalty.</param>
/// <param name="L2">The strength of the L2 penalty.</param>
/// <param name="Optimizer">The optimizer, as text.</param>
/// <param name="LearningRate">Its learning rate; null for its default.</param>
/// <param name="Schedule">The schedule, as text.</param>
/// <param name="Epochs">The maximum number of epochs.</param>
/// <param name="BatchSize">The batch size.</param>
/// <param name="Patience">The number of epochs without improvement before training stops.</param>
/// <param name="MinimumChange">The smallest decrease of the validation loss that counts as improvement.</param>
/// <param name="Seed">The seed of split, weights and batches.</param>
/// <param name="Validation">The fraction of rows in the validation set.</param>
sealed record TrainOptions(
    string Csv, TableOptions Table, string? Target, string Task, ColumnChoice Columns, int[] Hidden, string Activation,
    string Normalization, double Momentum, double Dropout, string Initializer, double L1, double L2,
    string Optimizer, double? LearningRate, string Schedule, int Epochs, int BatchSize, int Patience, double MinimumChange, ulong Seed,
    double Validation);
