using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using ParityNet.Native;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Torch;
using ParityNet.Torch.Rules;
using TorchSharp;

namespace ParityNet.Bench;

/// <summary>One step of every optimizer.</summary>
public class OptimizerBenchmarks
{
    IOptimizer<float> native = null!, scalar = null!;
    OptimizerState<float> nativeState = null!, scalarState = null!;
    Tensor<float>[] gradients = [];
    OptimizerSpec spec = null!;
    StateRule rule = null!;
    torch.Tensor parameter = null!, gradient = null!;
    Dictionary<string, torch.Tensor> slots = [];

    /// <summary>The optimizers, from the catalogue.</summary>
    public static IEnumerable<string> Ops => Measured.Names(OpKind.Optimizer);

    /// <summary>The optimizer.</summary>
    [ParamsSource(nameof(Ops))]
    public string Op { get; set; } = "";

    /// <summary>How many elements the parameter has.</summary>
    [Params(100, 10_000, 1_000_000)]
    public int Elements { get; set; }

    /// <summary>Makes the state and the gradient, and tensors of them for torch.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        spec = Measured.Spec<OptimizerSpec>(OpKind.Optimizer, Op);
        float[] start = Measured.Numbers(Elements, -1, 1, 1), slope = Measured.Numbers(Elements, -1, 1, 2);
        native = new NativeBackend().Optimizer<float>(spec);
        scalar = new NativeBackend(new Plan(VectorWidth.Scalar, 1)).Optimizer<float>(spec);
        nint[] shape = spec.RankOf(0) == 2 ? [Elements / 100, 100] : [Elements];
        long[] lengths = [.. shape.Select(length => (long)length)];
        nativeState = native.Init([Tensor.Create(start, shape)]);
        scalarState = scalar.Init([Tensor.Create(start, shape)]);
        gradients = [Tensor.Create(slope, shape)];
        rule = TorchBackend.StepOf(spec);
        parameter = torch.tensor(start, lengths);
        gradient = torch.tensor(slope, lengths);
        slots = spec.Slots.ToDictionary(slot => slot.Name, slot => torch.zeros([.. (spec.SlotFor(slot, 0)?.ShapeFor(shape) ?? [0]).Select(length => (long)length)]).add(slot.Initial));
    }

    /// <summary>libtorch, its data already in tensors.</summary>
    [Benchmark(Baseline = true)]
    public void Torch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        using IDisposable unrecorded = torch.no_grad();
        rule([new ParameterStep(spec, parameter, gradient, new Dictionary<string, torch.Tensor>(slots), 10, spec.LearningRate)]);
    }

    /// <summary>The native backend, in place.</summary>
    [Benchmark]
    public void Native() => native.UpdateInPlace(nativeState with { Step = 9 }, gradients);

    /// <summary>The native kernels, one element at a time on one thread, in place.</summary>
    [Benchmark]
    public void Scalar() => scalar.UpdateInPlace(scalarState with { Step = 9 }, gradients);
}
