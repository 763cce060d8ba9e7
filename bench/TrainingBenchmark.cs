using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Models;
using ParityNet.Native;
using ParityNet.Optimizers;
using ParityNet.Torch;
using TorchSharp;

namespace ParityNet.Bench;

/// <summary>A dense layer, and a training step of a perceptron, beside libtorch with its data in place.</summary>
static class TrainingBenchmark
{
    static readonly int[] Batches = [32, 256, 1024, 4096];
    static readonly Perceptron Model = new(784, 256, 128, 10);

    /// <summary>Prints the time of libtorch over that of the native backend; above 1 native is faster.</summary>
    public static void Run()
    {
        Console.WriteLine("| work | batch | type | threads | native, µs | libtorch, µs | libtorch/native |");
        Console.WriteLine("|---|--:|---|--:|--:|--:|--:|");
        // The first tensor loads libtorch.
        Drawn<float>(1, 1).ToTorch().Dispose();
        foreach (int batch in Batches)
            foreach (int threads in (int[])[1, 2])
            {
                torch.set_num_threads(threads);
                Measure<float>(batch, threads);
                Measure<double>(batch, threads);
            }
    }

    static void Measure<T>(int batch, int threads) where T : unmanaged, IFloatingPointIeee754<T>
    {
        NativeBackend native = new(threads);
        Operands<T> operands = Operands<T>.Of(Drawn<T>(1, batch, 784)).With("weight", Drawn<T>(2, 256, 784)).With("bias", Drawn<T>(3, 256));
        Print<T>("linear 784 → 256, value", batch, threads, new FunctionWork<T>(new Linear(), operands, gradient: false, native));
        Print<T>("linear 784 → 256, gradients", batch, threads, new FunctionWork<T>(new Linear(), operands, gradient: true, native));
        TrainingWork<T> step = new(Model, batch, native);
        Print<T>($"training {string.Join(" → ", Model.Widths)}", batch, threads, step.Native, step.Torch);
    }

    static void Print<T>(string name, int batch, int threads, IWork work) => Print<T>(name, batch, threads, work.Native, work.Torch);

    static void Print<T>(string name, int batch, int threads, Action native, Action torch)
    {
        var (own, other) = Timed.InTurns(native, torch, threads == 1);
        Console.WriteLine($"| {name} | {batch} | {typeof(T).Name} | {threads} | {own:0} | {other:0} | {other / own:0.00} |");
    }

    internal static Tensor<T> Drawn<T>(ulong seed, params nint[] shape) where T : unmanaged, IFloatingPointIeee754<T> =>
        Tensor.Create(Measured.Numbers<T>((int)Shape.Count(shape), seed), shape);
}

/// <summary>The gradients of a cross-entropy of a perceptron, and a step of SGD with momentum.</summary>
sealed class TrainingWork<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    static readonly Sgd Optimizer = new(1e-4, 0.9);

    readonly IModel<T> model;
    readonly IOptimizer<T> optimizer;
    readonly ImmutableArray<Tensor<T>> parameters;
    readonly Tensor<T> input;
    readonly Tensor<long> labels;
    readonly Network network;
    readonly Forward loss;
    readonly Dictionary<StageSource, torch.Tensor[]> sources;
    readonly torch.Tensor[] leaves, momenta;
    readonly torch.Tensor batch, truth;
    OptimizerState<T> state;

    public TrainingWork(Perceptron spec, int batch, NativeBackend native)
    {
        CrossEntropy loss = new();
        model = native.Model<T>(spec, loss);
        optimizer = native.Optimizer<T>(Optimizer);
        parameters = spec.Init<T>(1);
        state = optimizer.Init(parameters);
        input = TrainingBenchmark.Drawn<T>(2, batch, spec.Inputs);
        labels = Tensor.Create([.. Enumerable.Range(0, batch).Select(i => (long)(i * 7 % spec.Widths[^1]))], [batch]);
        network = TorchBackend.NetworkOf(spec, training: true);
        this.loss = TorchBackend.ForwardOf(loss);
        leaves = [.. parameters.Select(p => p.ToTorch().clone().requires_grad_())];
        sources = new() { [StageSource.Parameter] = leaves, [StageSource.Buffer] = [], [StageSource.Mask] = [] };
        momenta = [.. parameters.Select(p => torch.zeros_like(p.ToTorch()))];
        (this.batch, truth) = (input.ToTorch(), labels.ToTorch());
    }

    public void Native()
    {
        LossAndGradients<T> result = model.LossAndGradients(state.Parameters, input, labels);
        state = optimizer.UpdateInPlace(state, result.Gradients);
    }

    public void Torch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor output = network(sources, batch, []);
        torch.Tensor value = loss(new TorchArguments(new Dictionary<string, torch.Tensor> { ["input"] = output, ["target"] = truth }));
        torch.Tensor[] gradients = Derivatives.Of(value, leaves);
        using IDisposable unrecorded = torch.no_grad();
        for (int i = 0; i < leaves.Length; i++)
            leaves[i].sub_(momenta[i].mul_(0.9).add_(gradients[i]).mul(1e-4));
    }
}
