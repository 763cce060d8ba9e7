using System.Collections.Immutable;
using ParityNet.Reports.Training;

namespace ParityNet.Reports;

/// <summary>A training run, as a page tells it.</summary>
/// <param name="Title">What was learnt from what, for example <c>ames-housing.csv: sale_price</c>.</param>
/// <param name="Command">The command that repeats the run.</param>
/// <param name="Backends">The backends in the order of <see cref="EpochResult.TrainingLoss"/>.</param>
/// <param name="Loss">The name of the loss, with its unit where it has one.</param>
/// <param name="Facts">What else a reader must know: data, model, optimizer, seed.</param>
/// <param name="Epochs">One entry an epoch.</param>
/// <param name="Errors">The final validation error in the units of the data, or the share of wrong labels.</param>
public sealed record TrainingReport(
    string Title, string Command, ImmutableArray<BackendInfo> Backends, string Loss, ImmutableArray<TrainingFact> Facts,
    ImmutableArray<EpochResult> Epochs, ImmutableArray<TrainingError> Errors);

/// <summary>How well a trained model does on the validation part.</summary>
/// <param name="Backend">The backend that trained it.</param>
/// <param name="Measure">What is measured, with its unit: <c>root mean squared error, USD</c>.</param>
/// <param name="Value">The number.</param>
public sealed record TrainingError(string Backend, string Measure, double Value);

/// <summary>One line of a training report's set-up.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Text">What holds.</param>
public sealed record TrainingFact(string Name, string Text);
