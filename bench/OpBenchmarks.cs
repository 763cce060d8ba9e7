using BenchmarkDotNet.Attributes;
using ParityNet.Parity;

namespace ParityNet.Bench;

/// <summary>Every op of a kind, on both backends.</summary>
public abstract class OpBenchmarks(OpKind kind)
{
    IWork work = null!;

    /// <summary>The ops, from the catalogue.</summary>
    public IEnumerable<string> Ops => Catalog.Of(kind).Select(op => op.Name);

    /// <summary>The op.</summary>
    [ParamsSource(nameof(Ops), Priority = 1)]
    public string Op { get; set; } = "";

    /// <summary>The floating-point type.</summary>
    [Params("float", "double", Priority = 2)]
    public string Type { get; set; } = "";

    /// <summary>How many numbers the first argument, or the parameter, has.</summary>
    [Params(100, 10_000, 1_000_000, Priority = 3)]
    public int Elements { get; set; }

    /// <summary>Makes the numbers, and tensors of them for torch.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        OpSpec spec = Measured.Spec(kind, Op);
        work = Type == "float" ? Measured.Of<float>(spec, Elements, WithGradient) : Measured.Of<double>(spec, Elements, WithGradient);
    }

    /// <summary>libtorch, its data already in tensors.</summary>
    [Benchmark(Baseline = true)]
    public void Torch() => work.Torch();

    /// <summary>libtorch into memory used again, where TorchSharp has such a form: the column Reuses says so.</summary>
    [Benchmark]
    public void TorchInto() => work.TorchInto();

    /// <summary>The native backend.</summary>
    [Benchmark]
    public void Native() => work.Native();

    /// <summary>The native backend into the caller's memory.</summary>
    [Benchmark]
    public void NativeInto() => work.NativeInto();

    /// <summary>Whether gradients are computed with the value.</summary>
    protected virtual bool WithGradient => false;
}
