using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ParityNet.Torch;

/// <summary>The backend that computes with libtorch, through TorchSharp's API.</summary>
/// <remarks>
/// Losses and activations are libtorch's own calls and their gradients come from autograd. Optimizers are PyTorch's update rules in
/// libtorch's tensor arithmetic, in the order of operations of PyTorch 1.13. Stateless, and safe for use from many threads.
/// </remarks>
public sealed partial class TorchBackend : IBackend
{
    static readonly Lazy<string?> Obstacle = new(Probe);

    /// <summary>Builds the backend.</summary>
    /// <exception cref="DllNotFoundException">libtorch cannot be loaded; the message is <see cref="Unavailable"/>.</exception>
    public TorchBackend()
    {
        if (Unavailable is { } reason)
            throw new DllNotFoundException(reason);
    }

    /// <summary>Why libtorch cannot be loaded, in one sentence; null where it can. Never throws.</summary>
    public static string? Unavailable => Obstacle.Value;

    /// <inheritdoc/>
    public string Name => "torch";

    /// <inheritdoc/>
    public BackendInfo Info => new(Name, Sources ?? torch.__version__, Binding(), [], torch.get_num_threads());

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

    static NotSupportedException Missing(OpSpec spec, string kind) => new(
        $"The torch backend must have {spec.Name}: expected a line for {spec.GetType().Name} in src/TorchBackend/TorchBackend.{kind}.cs, got none.");

    static void Check<T>(OpSpec spec) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
            throw new NotSupportedException($"{spec.Name} must be computed in a supported type: expected Single or Double, got {typeof(T).Name}.");
    }

    static string Binding()
    {
        AssemblyName binding = typeof(torch).Assembly.GetName();
        // Only the binding over the system's libtorch can ask the library how it was built; its last line lists compiler flags.
        string[] build = Settings?.Split('\n') ?? [];
        string[] own = Sources is { } sources && sources != torch.__version__ ? [$"sources of {sources}, whose header says {torch.__version__}"] : [];
        return string.Join("; ", build.Select(line => line.Trim(' ', '-')).Where(line => line.Length > 0 && !line.StartsWith("Build settings", StringComparison.Ordinal))
            .Prepend($"{binding.Name} {binding.Version?.ToString(3)}").Concat(own));
    }

    static string? Settings => typeof(torch).GetProperty("__config__")?.GetValue(null) as string;

    // The sources of PyTorch 1.13.1 give their version as 1.13.0, unless the build sets another; Debian's does not, but its compiler flags name the folder of the sources.
    static string? Sources => SourceFolder.Match(Settings ?? "") is { Success: true } folder ? folder.Groups[1].Value : null;

    [GeneratedRegex(@"/pytorch-(\d+\.\d+\.\d+)[^\s/=]*=")]
    static partial Regex SourceFolder { get; }

    static string? Probe()
    {
        try
        {
            Touch();
            return null;
        }
        // Whatever goes wrong while a native library loads, the answer is the same: it cannot be used, and why.
#pragma warning disable CA1031
        catch (Exception error)
#pragma warning restore CA1031
        {
            // TorchSharp explains itself over many lines; the first sentence says what is missing.
            string reason = error.GetBaseException().Message.Split('\n')[0].Split(". ")[0].Trim().TrimEnd('.');
            return $"The torch backend cannot be used on this machine: {reason}.";
        }
    }

    // Apart from Probe, so that an assembly that is missing fails inside its try block.
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Touch()
    {
        using Tensor one = torch.tensor(1f);
    }
}
