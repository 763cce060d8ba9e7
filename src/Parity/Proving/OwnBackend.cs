using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Proving;

/// <summary>A backend with a single op, the user's own.</summary>
sealed class OwnBackend(string name = "yours", object? loss = null, object? optimizer = null) : IBackend
{
    public string Name => name;

    public BackendInfo Info => new(name, "", "", [], 1);

    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => loss as ILoss<T> ?? throw Lacks(spec);

    public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Lacks(spec);

    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Lacks(spec);

    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec)
        where T : unmanaged, IFloatingPointIeee754<T> => optimizer as IOptimizer<T> ?? throw Lacks(spec);

    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> => throw Lacks(spec);

    NotSupportedException Lacks(OpSpec spec) => new($"{name} must have the op: expected one to prove, got {spec.Name}.");
}
