using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Optimizers;

namespace ParityNet.Reports.Training;

/// <summary>The state of one backend's training at the end of an epoch.</summary>
/// <typeparam name="T">The floating-point type.</typeparam>
/// <param name="Last">The parameters after the last step, with the state of the optimizer.</param>
/// <param name="LastBuffers">The buffers after the last step.</param>
/// <param name="Best">The parameters after the best epoch.</param>
/// <param name="BestBuffers">The buffers after the best epoch.</param>
sealed record BackendTrainingState<T>(
    OptimizerState<T> Last, ImmutableArray<Tensor<T>> LastBuffers, ImmutableArray<Tensor<T>> Best, ImmutableArray<Tensor<T>> BestBuffers)
    where T : unmanaged, IFloatingPointIeee754<T>;
