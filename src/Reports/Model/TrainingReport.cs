using System.Collections.Immutable;
using ParityNet.Reports.Training;

namespace ParityNet.Reports;

/// <summary>A training run, as data for its page.</summary>
/// <param name="Title">The data set and the target, for example <c>ames-housing.csv: sale_price</c>.</param>
/// <param name="Command">The command that repeats the run.</param>
/// <param name="Backends">The backends in the order of <see cref="EpochResult.TrainingLoss"/>.</param>
/// <param name="Loss">The name of the loss, with its unit if any.</param>
/// <param name="Facts">The setup: data, model, optimizer, seed.</param>
/// <param name="Epochs">One entry per epoch.</param>
/// <param name="Errors">The final validation error in the units of the data, or the fraction of wrong labels.</param>
public sealed record TrainingReport(
    string Title, string Command, ImmutableArray<BackendInfo> Backends, string Loss, ImmutableArray<TrainingFact> Facts,
    ImmutableArray<EpochResult> Epochs, ImmutableArray<TrainingError> Errors);

/// <summary>The error of a trained model on the validation set.</summary>
/// <param name="Backend">The backend that trained it.</param>
/// <param name="Measure">The measure, with its unit: <c>root mean squared error, USD</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record TrainingError(string Backend, string Measure, double Value);

/// <summary>One line of a training report's setup.</summary>
/// <param name="Name">The name of the setting.</param>
/// <param name="Text">Its value.</param>
public sealed record TrainingFact(string Name, string Text);
