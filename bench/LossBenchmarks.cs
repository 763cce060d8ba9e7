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
    Operands<float> operands = Operands<float>.None;
    float[] gradient = [];
    bool flat;
    Forward forward = null!;
    torch.Tensor lead = null!;
    TorchArguments arguments = null!;

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
        bool alone = (spec with { Reduction = Reduction.None }).IsElementwise;
        flat = spec is ElementLoss;
        nint[] shape = spec.LeadShapes == ShapeFamily.Sequences ? [Measured.Classes, Elements / Measured.Classes / Measured.Classes, Measured.Classes]
            : alone ? [Elements] : [Elements / Measured.Classes, Measured.Classes];
        operands = SampleArguments.Of<float>(spec, shape, 1);
        gradient = new float[Elements];
        Dictionary<string, torch.Tensor> tensors = operands.Names.ToDictionary(name => name, name => operands[name].IsIndices ? operands[name].Indices.ToTorch() : operands[name].Numbers.ToTorch());
        lead = tensors[spec.Lead.Name].requires_grad_();
        arguments = new TorchArguments(tensors);
    }

    /// <summary>libtorch, its data already in tensors.</summary>
    [Benchmark(Baseline = true)]
    public void Torch()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        torch.autograd.grad([forward(arguments)], [lead]);
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
            loss.ValueAndGradient(operands.Input.Flat(), operands["target"].Numbers.Flat(), gradient);
        else
            loss.Evaluate(operands);
    }
}
