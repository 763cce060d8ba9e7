using System.Numerics;
using ParityNet.Minimizers;
using ParityNet.Torch.Loading;
using ParityNet.Torch.Minimizers;

namespace ParityNet.Torch;

/// <summary>The backend that computes with libtorch, through TorchSharp.</summary>
/// <remarks>
/// Losses and activations are libtorch's own calls and their gradients come from autograd. Optimizers are PyTorch's update rules in
/// libtorch's tensor arithmetic, in the order of operations of PyTorch. Stateless and thread-safe.
/// </remarks>
public sealed partial class TorchBackend : IBackend
{
    /// <summary>Builds the backend.</summary>
    /// <exception cref="DllNotFoundException">libtorch cannot be loaded; the message is <see cref="Unavailable"/>.</exception>
    public TorchBackend()
    {
        if (Unavailable is { } reason)
            throw new DllNotFoundException(reason);
    }

    /// <summary>Why libtorch cannot be loaded, in one sentence; null where it can. Never throws.</summary>
    public static string? Unavailable =>
        TorchNatives.Obstacle is { } obstacle ? $"The torch backend cannot be used on this machine: {obstacle}." : null;

    /// <inheritdoc/>
    public string Name => "torch";

    /// <inheritdoc/>
    public BackendInfo Info => new(Name, Libtorch, Build(), LibtorchBuild.Capability is { } capability ? [capability] : [], torch.get_num_threads());

    /// <inheritdoc/>
    public ILoss<T> Loss<T>(LossSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check<T>(spec);
        return new TorchLoss<T>(spec);
    }

    /// <inheritdoc/>
    public IActivation<T> Activation<T>(ActivationSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check<T>(spec);
        return new TorchActivation<T>(spec);
    }

    /// <inheritdoc/>
    public IFunction<T> Layer<T>(LayerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check<T>(spec);
        return new TorchFunction<T>(spec, ForwardOf(spec));
    }

    /// <inheritdoc/>
    public IOptimizer<T> Optimizer<T>(OptimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check<T>(spec);
        return new TorchOptimizer<T>(spec, StepOf(spec));
    }

    /// <inheritdoc/>
    public IModel<T> Model<T>(ModelSpec spec, LossSpec loss) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check<T>(spec);
        Check<T>(loss);
        return new TorchModel<T>(spec, loss);
    }

    /// <inheritdoc/>
    public IMinimizer<T> Minimizer<T>(MinimizerSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Check<T>(spec);
        return spec switch
        {
            Lbfgs s => new TorchLbfgs<T>(s),
            _ => throw Missing(spec, "Minimizers"),
        };
    }

    static NotSupportedException Missing(OpSpec spec, string kind) => new(
        $"The torch backend must have {spec.Name}: expected a line for {spec.GetType().Name} in src/TorchBackend/TorchBackend.{kind}.cs, got none.");

    static void Check<T>(OpSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"{spec.Name} must be computed in a supported type: expected Single or Double, got {typeof(T).Name}.");
    }

    // With three components, as PyTorch writes it.
    static string Libtorch =>
        Version.TryParse(torch.__version__, out Version? version) && version.Revision >= 0 ? version.ToString(3) : torch.__version__;

    static string Build() => string.Join("; ", (string[])
    [
        $"TorchSharp {typeof(torch).Assembly.GetName().Version?.ToString(3)}",
        $"libtorch {Libtorch}",
        .. LibtorchBuild.Mkl is { } mkl ? (string[])[$"MKL {mkl}"] : [],
    ]);
}
