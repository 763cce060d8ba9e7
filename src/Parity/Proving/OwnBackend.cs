using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Parity.Laws;
using ParityNet.Schedules;

namespace ParityNet.Parity.Proving;

/// <summary>A backend with a single op, the user's own.</summary>
/// <param name="make">Makes the op of a spec.</param>
/// <param name="name">What verdicts call it.</param>
sealed class OwnBackend(Func<OpSpec, object> make, string name = "yours") : IBackend, IOwnSchedules
{
    public string Name => name;

    public BackendInfo Info => new(name, "", "", [], 1);

    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Of<ILoss<T>>(spec);

    public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Of<IActivation<T>>(spec);

    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Of<IFunction<T>>(spec);

    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Of<IOptimizer<T>>(spec);

    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> =>
        make(spec) is Func<LossSpec, IModel<T>> model ? model(loss) : throw Lacks(spec);

    public double Rate(ScheduleSpec spec, double learningRate, long step) => Of<Func<double, long, double>>(spec)(learningRate, step);

    TOp Of<TOp>(OpSpec spec) where TOp : class => make(spec) as TOp ?? throw Lacks(spec);

    NotSupportedException Lacks(OpSpec spec) => new($"{name} must have the op: expected one to prove, got {spec.Name}.");
}
