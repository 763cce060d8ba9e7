using System.Collections.Immutable;
using ParityNet.Cli.Tables;

namespace ParityNet.Cli.Training;

/// <summary>The setup of a training run.</summary>
/// <param name="Command">The command that repeats the run.</param>
/// <param name="Data">The file.</param>
/// <param name="Read">How the file was read.</param>
/// <param name="Target">The target column.</param>
/// <param name="Task"><c>regression</c> or <c>classification</c>.</param>
/// <param name="Classes">The classes; empty for regression.</param>
/// <param name="TrainingRows">The number of rows in the training set.</param>
/// <param name="ValidationRows">The number of rows in the validation set.</param>
/// <param name="Inputs">The number of inputs per example.</param>
/// <param name="Dropped">The columns dropped because they are constant in the training set.</param>
/// <param name="Model">The layer widths of the network.</param>
/// <param name="Activation">The activation of the hidden layers.</param>
/// <param name="Loss">The loss.</param>
/// <param name="Optimizer">The optimizer.</param>
/// <param name="Schedule">The learning-rate schedule.</param>
/// <param name="BatchSize">The batch size.</param>
/// <param name="Seed">The seed.</param>
/// <param name="ElementType"><c>float32</c> or <c>float64</c>.</param>
sealed record TrainingSetup(
    string Command, string Data, TableRead Read, string Target, string Task, ImmutableArray<string> Classes, int TrainingRows,
    int ValidationRows, int Inputs,
    ImmutableArray<string> Dropped, ImmutableArray<int> Model, string Activation, string Loss, string Optimizer, string Schedule, int BatchSize,
    ulong Seed, string ElementType);
