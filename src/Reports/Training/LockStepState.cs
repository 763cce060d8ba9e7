using System.Collections.Immutable;
using System.Numerics;

namespace ParityNet.Reports.Training;

/// <summary>Training at the end of an epoch.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Progress">What all backends share.</param>
/// <param name="Backends">One state per backend.</param>
sealed record LockStepState<T>(TrainingProgress Progress, ImmutableArray<BackendTrainingState<T>> Backends)
    where T : unmanaged, IFloatingPointIeee754<T>;
