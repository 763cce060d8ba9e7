using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Minimizers;
using ParityNet.Models;
using ParityNet.Optimizers;

namespace ParityNet.Parity.Planted;

/// <summary>A backend of which a part is replaced.</summary>
abstract class AlteredBackend(IBackend right) : IBackend
{
    protected IBackend Right => right;

    public string Name => right.Name;

    public BackendInfo Info => right.Info;

    public virtual ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Loss<T>(spec);

    public virtual IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Activation<T>(spec);

    public virtual IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Layer<T>(spec);

    public virtual IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Optimizer<T>(spec);

    public virtual IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> => right.Model<T>(spec, loss);

    public virtual IMinimizer<T> Minimizer<T>(MinimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => right.Minimizer<T>(spec);
}
