using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Models;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Reports.Training;
using ParityNet.Serialization;

namespace ParityNet.Cli.Training;

/// <summary>
/// A training in a safetensors file: <c>native.best.0.weight</c> is a parameter of the network that is scored, <c>native.last.0.weight</c> one
/// after the last step, <c>native.last.exp_avg.0.weight</c> its slot; buffers are <c>native.best.buffer.0.norm.mean</c> and so on.
/// </summary>
/// <typeparam name="T">The element type.</typeparam>
/// <param name="Network">The network.</param>
/// <param name="Run">The settings and the progress.</param>
/// <param name="State">Parameters, buffers and slots.</param>
sealed record SavedTraining<T>(SavedNetwork Network, SavedRun Run, LockStepState<T> State) where T : unmanaged, IFloatingPointIeee754<T>
{
    const string Format = "paritynet.training", Version = "1";

    /// <summary>Saves to a file, which is replaced at the end or not at all.</summary>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public void Save(string path)
    {
        Perceptron model = Network.Model();
        var tensors = ImmutableDictionary.CreateBuilder<string, Tensor<T>>(StringComparer.Ordinal);
        for (int b = 0; b < State.Backends.Length; b++)
        {
            BackendTrainingState<T> state = State.Backends[b];
            string name = Run.Backends[b];
            for (int p = 0; p < model.Parameters.Length; p++)
            {
                string parameter = model.Parameters[p].Name;
                tensors[$"{name}.best.{parameter}"] = state.Best[p];
                tensors[$"{name}.last.{parameter}"] = state.Last.Parameters[p];
                foreach ((string slot, ImmutableArray<Tensor<T>> values) in state.Last.Slots)
                    tensors[$"{name}.last.{slot}.{parameter}"] = values[p];
            }
            for (int p = 0; p < model.Buffers.Length; p++)
            {
                tensors[$"{name}.best.buffer.{model.Buffers[p].Name}"] = state.BestBuffers[p];
                tensors[$"{name}.last.buffer.{model.Buffers[p].Name}"] = state.LastBuffers[p];
            }
        }
        var metadata = ImmutableDictionary<string, string>.Empty.Add("format", Format).Add("version", Version)
            .Add("network", JsonSerializer.Serialize(Network, SavedContext.Default.SavedNetwork))
            .Add("run", JsonSerializer.Serialize(Run, SavedContext.Default.SavedRun));
        OutputFile.Guard("--save", path, () => new SafeTensors<T>(metadata, tensors.ToImmutable()).Save(path));
    }

    /// <summary>Loads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="optimizer">The optimizer to go on with; null where the network alone is needed.</param>
    /// <exception cref="InvalidDataException">The file holds no training of this element type.</exception>
    /// <exception cref="UsageException">It cannot be read, or has another optimizer.</exception>
    public static SavedTraining<T> Load(string path, OptimizerSpec? optimizer)
    {
        SafeTensors<T> file = Opened(path);
        if (file.Metadata.GetValueOrDefault("format") is var format && format != Format)
            throw new InvalidDataException($"format must be that of a training: expected {Format}, got {Echo.Of(format ?? "none")}.");
        if (file.Metadata.GetValueOrDefault("version") is var version && version != Version)
            throw new InvalidDataException($"version must be one that is known: expected {Version}, got {Echo.Of(version ?? "none")}.");
        SavedNetwork network = Read(file.Metadata, "network", SavedContext.Default.SavedNetwork);
        SavedRun run = Read(file.Metadata, "run", SavedContext.Default.SavedRun);
        network.Check();
        if (run.Backends.IsDefaultOrEmpty || run.Epochs.IsDefault || run.Epochs.Length != run.Progress.Epoch
            || run.Progress.BestEpoch < 0 || run.Progress.BestEpoch > run.Epochs.Length
            || run.Epochs.Any(epoch => epoch is null || epoch.ValidationLoss.IsDefault || epoch.ValidationLoss.Length != run.Backends.Length))
            throw new InvalidDataException("run must be whole: expected backends and an entry per epoch, got others.");
        if (optimizer is not null && run.Optimizer != optimizer.Memory)
            throw new UsageException(
                $"--optimizer must keep what the saved one does: expected {Echo.Of(run.Optimizer)}, got {optimizer.Memory}.");
        Perceptron model = network.Model();
        return new(network, run, new(run.Progress, [.. run.Backends.Select(name => StateOf(file, name, model, run.Progress, optimizer))]));
    }

    /// <summary>The network's output for a batch, with the parameters of one backend's best epoch.</summary>
    public Tensor<T> Predict(IBackend backend, Tensor<T> inputs)
    {
        BackendTrainingState<T> state = State.Backends[Math.Max(0, Run.Backends.IndexOf(backend.Name))];
        return backend.Model<T>(Network.Model(), new Losses.SquaredError()).Value(state.Best, inputs, new(state.BestBuffers, []));
    }

    static SafeTensors<T> Opened(string path)
    {
        try
        {
            return SafeTensors<T>.Load(path);
        }
        catch (Exception problem) when (problem is not InvalidDataException && FileProblem.Is(problem))
        {
            throw new UsageException($"{Echo.Of(path)} must be a saved training: expected a file, got {FileProblem.Of(problem)}.", problem);
        }
    }

    static BackendTrainingState<T> StateOf(SafeTensors<T> file, string name, Perceptron model, TrainingProgress progress, OptimizerSpec? optimizer)
    {
        ImmutableArray<Tensor<T>> last = [.. model.Parameters.Select(p => Shaped($"{name}.last.{p.Name}", p.Shape))];
        var state = new OptimizerState<T>(last, progress.Step, (optimizer?.Slots ?? []).ToImmutableDictionary(
            slot => slot.Name, slot => model.Parameters.Select(p => Found($"{name}.last.{slot.Name}.{p.Name}")).ToImmutableArray()));
        optimizer?.Check(state, [.. last.Select(p => Tensor.Create(new T[p.FlattenedLength], p.Lengths))], null);
        return new(
            state,
            [.. model.Buffers.Select(b => Shaped($"{name}.last.buffer.{b.Name}", b.Shape))],
            [.. model.Parameters.Select(p => Shaped($"{name}.best.{p.Name}", p.Shape))],
            [.. model.Buffers.Select(b => Shaped($"{name}.best.buffer.{b.Name}", b.Shape))]);

        Tensor<T> Found(string tensor) => file.Tensors.GetValueOrDefault(tensor)
            ?? throw new InvalidDataException($"the file must hold all tensors: expected {Echo.Of(tensor)}, got none.");

        Tensor<T> Shaped(string tensor, ImmutableArray<nint> shape)
        {
            Tensor<T> found = Found(tensor);
            Require.Shape(found, shape.AsSpan(), "the network", Echo.Of(tensor));
            return found;
        }
    }

    static R Read<R>(ImmutableDictionary<string, string> metadata, string name, JsonTypeInfo<R> type)
    {
        try
        {
            return JsonSerializer.Deserialize(metadata.GetValueOrDefault(name, "null"), type) ?? throw new JsonException();
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{name} must be JSON with all its fields: expected them, got others or none.", problem);
        }
    }
}
