using System.Numerics;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.References;

namespace ParityNet.Parity.Audit;

/// <summary>One member of an audited API as a backend, so that it is judged as any other is.</summary>
sealed class MemberBackend(Reference reference) : IBackend
{
    public string Name => reference.Member;

    public BackendInfo Info => new(Name, "", "", [], 1);

    public IFunction<T> Function<T>(FunctionSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        (reference as FunctionReference)?.Bind<T>(spec) ?? throw Lacks(spec);

    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        (reference as OptimizerReference)?.Bind<T>(spec) ?? throw Lacks(spec);

    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Lacks(spec);

    public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => throw Lacks(spec);

    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> => Function<T>(spec);

    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T> => throw Lacks(spec);

    NotSupportedException Lacks(OpSpec spec) => new($"{Name} must have the op: expected one that it takes, got {spec.Name}.");
}
