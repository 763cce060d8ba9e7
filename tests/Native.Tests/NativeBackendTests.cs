using System.Collections.Immutable;
using System.Numerics.Tensors;
using ParityNet.Activations;
using ParityNet.Losses;
using ParityNet.Native.Simd;
using ParityNet.Optimizers;

namespace ParityNet.Native.Tests;

public class NativeBackendTests
{
    static readonly NativeBackend Native = new();

    [Fact]
    public void Backend_says_what_it_runs_on()
    {
        BackendInfo info = new NativeBackend(new Plan(VectorWidth.Bits128, 3)).Info;
        Assert.Equal("native", info.Name);
        Assert.Equal(3, info.Threads);
        Assert.Contains(Environment.Version.ToString(), info.Build, StringComparison.Ordinal);
        Assert.NotEmpty(info.Version);
        Assert.InRange(info.InstructionSets.Length, 0, 1);
    }

    [Fact]
    public void Op_that_is_missing_is_named_with_the_place_to_add_it() => Assert.Equal(
        "The native backend must have new_loss: expected src/Native/Losses/NewLossKernel.cs and a line in NativeBackend, got neither.",
        Assert.Throws<NotSupportedException>(() => Native.Loss<float>(new NewLoss())).Message);

    [Fact]
    public void Element_type_without_kernels_is_refused()
    {
        Assert.Equal("huber_loss must be computed in a supported type: expected Single or Double, got Half.", Assert.Throws<NotSupportedException>(() => Native.Loss<Half>(new Huber())).Message);
        Assert.Throws<NotSupportedException>(() => Native.Activation<Half>(new ReLU()));
        Assert.Throws<NotSupportedException>(() => Native.Optimizer<Half>(new Adam()));
    }

    [Fact]
    public void Threads_must_be_at_least_one() =>
        Assert.Equal("threads must be an integer of at least 1, got 0.", Assert.Throws<ArgumentOutOfRangeException>(() => new NativeBackend(0)).Message);

    [Fact]
    public void Arguments_that_do_not_fit_are_refused_by_the_spec()
    {
        ILoss<float> loss = Native.Loss<float>(new Huber());
        Tensor<float> three = new Numbers<float>(1).Ordinary(3), two = new Numbers<float>(1).Ordinary(2);
        Assert.Equal("target must have the shape of prediction: expected [3], got [2].", Assert.Throws<ArgumentException>(() => loss.Value(three, two)).Message);
        Assert.Equal("target must have the length of prediction: expected 3, got 2.", Assert.Throws<ArgumentException>(() => loss.ValueAndGradient(three.Flat(), two.Flat(), new float[3])).Message);
        Assert.Equal("gradient must have the length of prediction: expected 3, got 2.", Assert.Throws<ArgumentException>(() => loss.ValueAndGradient(three.Flat(), three.Flat(), new float[2])).Message);
        Assert.Throws<ArgumentException>(() => loss.Evaluate(Operands<float>.Of(three, three), ["weight"]));
        Assert.Throws<ArgumentException>(() => loss.Evaluate(Operands<float>.Of(three, three), cotangent: three));
    }

    [Fact]
    public void Numbers_that_are_no_probabilities_are_refused_alike_from_tensors_and_flat_memory()
    {
        ILoss<float> loss = Native.Loss<float>(new BinaryCrossEntropy());
        Tensor<float> bad = Tensor.Create([0.5f, 1.5f], [2]);
        string message = Assert.Throws<ArgumentOutOfRangeException>(() => loss.Value(bad, bad)).Message;
        Assert.Equal(message, Assert.Throws<ArgumentOutOfRangeException>(() => loss.ValueAndGradient(bad.Flat(), bad.Flat(), new float[2])).Message);
    }

    [Fact]
    public void Class_indices_have_no_gradient() => Assert.Equal(
        "target must hold numbers to differentiate by it: expected a floating-point tensor, got an int64 tensor.",
        Assert.Throws<ArgumentException>(() => Native.Loss<float>(new CrossEntropy()).Evaluate(
            Operands<float>.Of(new Numbers<float>(1).Ordinary(2, 3), Tensor.Create([0L, 1], [2])), ["target"])).Message);

    [Fact]
    public void Loss_of_flat_memory_allocates_nothing()
    {
        ILoss<float> loss = Native.Loss<float>(new Huber());
        float[] x = new float[1000], y = new float[1000], gradient = new float[1000];
        loss.ValueAndGradient(x, y, gradient);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            loss.ValueAndGradient(x, y, gradient);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Backend_serves_many_threads_at_once()
    {
        ILoss<double> loss = Native.Loss<double>(new CrossEntropy());
        Tensor<double> x = new Numbers<double>(1).Ordinary(500, 9);
        Tensor<long> labels = new Numbers<double>(2).Labels(9, 500);
        Evaluation<double> expected = loss.Evaluate(Operands<double>.Of(x, labels));
        Parallel.For(0, 50, _ => Bits.Same(expected, loss.Evaluate(Operands<double>.Of(x, labels))));
    }

    sealed record NewLoss() : LossSpec(Reduction.Mean)
    {
        public override string Name => "new_loss";

        public override ImmutableArray<OperandInfo> Operands => [Prediction];

        protected override ImmutableArray<nint> CheckShapes<T>(Operands<T> operands) => [1];
    }
}
