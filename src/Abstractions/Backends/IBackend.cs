using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet;

/// <summary>A backend: binds specs to functions, optimizers and models that compute them. Stateless and thread-safe.</summary>
public interface IBackend
{
    /// <summary>The backend's name: <c>native</c> or <c>torch</c>.</summary>
    string Name { get; }

    /// <summary>The version, build and machine, for reports.</summary>
    BackendInfo Info { get; }

    /// <summary>Binds a loss.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <returns>The loss.</returns>
    /// <exception cref="NotSupportedException">This backend lacks the op or the element type; the message says where to add it.</exception>
    ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Binds an activation.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <returns>The activation.</returns>
    /// <exception cref="NotSupportedException">This backend lacks the op or the element type; the message says where to add it.</exception>
    IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Binds a layer.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <returns>The layer.</returns>
    /// <exception cref="NotSupportedException">This backend lacks the op or the element type; the message says where to add it.</exception>
    IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Binds a loss, an activation or a layer.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <returns>The function.</returns>
    /// <exception cref="NotSupportedException">This backend lacks the op or the element type; the message says where to add it.</exception>
    IFunction<T> Function<T>(FunctionSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => spec switch
    {
        LossSpec loss => Loss<T>(loss),
        ActivationSpec activation => Activation<T>(activation),
        LayerSpec layer => Layer<T>(layer),
        _ => throw new NotSupportedException($"{spec?.Name} must be a loss, an activation or a layer, got {spec?.GetType().Name}."),
    };

    /// <summary>Binds an optimizer.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <returns>The optimizer.</returns>
    /// <exception cref="NotSupportedException">This backend lacks the op or the element type; the message says where to add it.</exception>
    IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Binds a model together with the loss that it is trained with.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <param name="loss">The loss of its output.</param>
    /// <returns>The model.</returns>
    /// <exception cref="NotSupportedException">This backend lacks the op or the element type; the message says where to add it.</exception>
    IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Binds a minimizer.</summary>
    /// <typeparam name="T"><see cref="float"/> or <see cref="double"/>.</typeparam>
    /// <param name="spec">The spec to bind.</param>
    /// <returns>The minimizer.</returns>
    /// <exception cref="NotSupportedException">This backend lacks the method or the element type; the message says where to add it.</exception>
    IMinimizer<T> Minimizer<T>(MinimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        throw new NotSupportedException($"{Name} must have minimizers: expected a backend that has {spec?.Name}, got {Name}.");
}
