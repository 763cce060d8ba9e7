using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using ParityNet.Losses;
using ParityNet.Native;
using ParityNet.Native.Simd;
using ParityNet.Parity;
using ParityNet.Torch;
using TorchSharp;

namespace ParityNet.Bench;

/// <summary>Value and gradient of every loss.</summary>
public class LossBenchmarks
{
    ILoss<float> native = null!, scalar = null!;
    Tensor<float> prediction = null!;
    Operand<float> target;
    float[] gradient = [];
    bool flat;
    Forward forward = null!;
    torch.Tensor input = null!;
    Arguments arguments = null!;

    /// <summary>The losses, from the catalogue.</summary>
    public static IEnumerable<string> Ops => Measured.Names(OpKind.Loss);

    /// <summary>The loss.</summary>
    [ParamsSource(nameof(Ops))]
    public string Op { get; set; } = "";

    /// <summary>How many elements the prediction has.</summary>
    [Params(100, 10_000, 1_000_000)]
    public int Elements { get; set; }

    /// <summary>Makes the numbers, and tensors of them for torch.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var spec = Measured.Spec<LossSpec>(OpKind.Loss, Op);
        native = new NativeBackend().Loss<float>(spec);
        scalar = new NativeBackend(new Plan(VectorWidth.Scalar, 1)).Loss<float>(spec);
        forward = TorchBackend.ForwardOf(spec);
        float[] numbers = Measured.Numbers(Elements, 0.05, 0.95, 1), right = Measured.Numbers(Elements, 0.05, 0.95, 2);
        bool classes = spec is ClassLoss, rows = classes || spec is L2Norm;
        flat = !rows;
        nint[] shape = rows ? [Elements / Measured.Classes, Measured.Classes] : [Elements];
        long[] torchShape = [.. shape.Select(length => (long)length)];
        long[] labels = [.. right.Take(Elements / Measured.Classes).Select(y => (long)(y * Measured.Classes))];
        prediction = Tensor.Create(numbers, shape);
        target = classes ? Tensor.Create(labels, [labels.Length]) : Tensor.Create(right, shape);
        gradient = new float[Elements];
        input = torch.tensor(numbers, torchShape).requires_grad_();
        arguments = new Arguments(new Dictionary<string, torch.Tensor>
        {
            ["input"] = input,
            ["target"] = classes ? torch.tensor(labels, [labels.Length]) : torch.tensor(right, torchShape),
        });
    }

    /// <summary>libtorch, its data already in tensors.</summary>
    [Benchmark(Baseline = true)]
    public void Torch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.autograd.grad([forward(arguments)], [input]);
    }

    /// <summary>The native backend.</summary>
    [Benchmark]
    public void Native() => Run(native);

    /// <summary>The native kernels, one element at a time on one thread.</summary>
    [Benchmark]
    public void Scalar() => Run(scalar);

    void Run(ILoss<float> loss)
    {
        if (flat)
            loss.ValueAndGradient(prediction.Flat(), target.Numbers.Flat(), gradient);
        else
            loss.ValueAndGradient(prediction, target);
    }
}
