using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet;

/// <summary>A placeholder among the registered backends for one whose native library this machine cannot load.</summary>
/// <remarks>Listing backends works without the library. Binding an op throws <see cref="DllNotFoundException"/> with the reason.</remarks>
/// <param name="name">The name of the backend.</param>
/// <param name="reason">Why it cannot be used, in one sentence.</param>
public sealed class UnavailableBackend(string name, string reason) : IBackend
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>Why the backend cannot be used, in one sentence.</summary>
    public string Reason { get; } = reason;

    /// <summary>The name, and the reason in place of a build.</summary>
    public BackendInfo Info => new(Name, "unavailable", Reason, [], 0);

    /// <inheritdoc/>
    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Missing();

    /// <inheritdoc/>
    public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Missing();

    /// <inheritdoc/>
    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Missing();

    /// <inheritdoc/>
    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Missing();

    /// <inheritdoc/>
    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> => throw Missing();

    /// <inheritdoc/>
    public IMinimizer<T> Minimizer<T>(MinimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Missing();

    DllNotFoundException Missing() => new(Reason);
}
