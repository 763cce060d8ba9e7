using ParityNet.Layers;
using ParityNet.Models;
using ParityNet.Parity.Known;
using TorchSharp;
using static ParityNet.TorchTests.Libtorch;

namespace ParityNet.TorchTests;

/// <summary>Native memory is given back, and threads do not disturb each other.</summary>
[Collection(nameof(LifetimeTests)), CollectionDefinition(nameof(LifetimeTests), DisableParallelization = true)]
public class LifetimeTests
{
    const int Evaluations = 10_000, Elements = 4_096, Steps = 100;

    // Of these, what is not on record for other bits on a second run: products of matrices by MKL, whose sums depend on how memory is aligned.
    static readonly OpSpec[] Promised = [.. new OpSpec[]
    {
        new Perceptron([4, 8, 3], new PReLU(), new LogSoftmax()), new Linear(), new LogSoftmax(), new Gelu(), new Huber(), new AdamW(0.01),
    }.Where(spec => KnownDifferences.ReasonForLaw("same input ⇒ same result, bit for bit", spec.Name, "torch") is null)];

    [Fact]
    public void Ten_thousand_losses_leave_memory_flat()
    {
        ILoss<float> loss = Backend().Loss<float>(new Huber());
        Tensor<float> prediction = Uneven<float>(1, Elements), target = Uneven<float>(2, Elements);
        AssertFlat(() => loss.ValueAndGradient(prediction, target));
    }

    [Fact]
    public void Ten_thousand_optimizer_steps_leave_memory_flat()
    {
        IOptimizer<float> adam = Backend().Optimizer<float>(new Adam());
        OptimizerState<float> state = adam.Init([Uneven<float>(1, Elements)]);
        Tensor<float>[] gradients = [Uneven<float>(2, Elements)];
        AssertFlat(() => state = adam.UpdateInPlace(state, gradients));
    }

    [Fact]
    public void Refused_calls_leave_no_tensor_behind()
    {
        ILoss<float> loss = Backend().Loss<float>(new CrossEntropy());
        long before = torch.Tensor.TotalCount;
        Assert.ThrowsAny<ArgumentException>(() => loss.Value(Row(1f, 2), Row(7L)));
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    [Fact]
    public async Task Eight_threads_get_the_bits_that_one_gets()
    {
        IBackend torch = Backend();
        byte[] alone = Work(torch);
        byte[][] together = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Task.Factory.StartNew(() => Work(torch), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        Assert.All(together, bits => Assert.Equal(alone, bits));
    }

    [Fact]
    public void Gradients_are_taken_where_the_caller_has_switched_them_off()
    {
        IBackend backend = Backend();
        using IDisposable off = torch.no_grad();
        Assert.Equal([2], backend.Loss<double>(new SquaredError()).Gradient(Row(1.0), Row(0.0)).ToArray());
    }

    // One leaked tensor at each evaluation would grow the process by the size of them all.
    static void AssertFlat(Action evaluate)
    {
        for (int i = 0; i < Evaluations / 10; i++)
            evaluate();
        long before = Resident(), tensors = torch.Tensor.TotalCount;
        for (int i = 0; i < Evaluations; i++)
            evaluate();
        // Counted before a collection: a tensor that waits for its finalizer was not given back.
        Assert.Equal(tensors, torch.Tensor.TotalCount);
        Assert.InRange(Resident() - before, long.MinValue, (long)Evaluations * Elements * sizeof(float) - 1);
    }

    static long Resident()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet;
    }

    static byte[] Work(IBackend torch) => [.. Promised.SelectMany(spec => spec switch
    {
        ModelSpec model => Trained(torch, model),
        OptimizerSpec optimizer => Stepped(torch, optimizer),
        _ => Evaluated(torch, (FunctionSpec)spec),
    })];

    static IEnumerable<byte> Trained(IBackend torch, ModelSpec spec)
    {
        IModel<float> model = torch.Model<float>(spec, new NegativeLogLikelihood());
        IReadOnlyList<Tensor<float>> parameters = spec.Init<float>(3);
        Tensor<long> labels = Row(Enumerable.Range(0, 16).Select(i => i % 3L).ToArray());
        return Enumerable.Range(0, Steps).SelectMany(step => model.LossAndGradients(parameters, Uneven<float>(step, 16, 4), labels).Gradients).SelectMany(Bits);
    }

    static List<byte> Stepped(IBackend torch, OptimizerSpec spec)
    {
        IOptimizer<float> optimizer = torch.Optimizer<float>(spec);
        OptimizerState<float> state = optimizer.Init([Uneven<float>(4, 64)]);
        var bits = new List<byte>();
        for (int step = 0; step < Steps; step++)
        {
            state = optimizer.Update(state, [Uneven<float>(step, 64)]);
            bits.AddRange(Bits(state.Parameters[0]));
        }
        return bits;
    }

    static IEnumerable<byte> Evaluated(IBackend torch, FunctionSpec spec)
    {
        IFunction<float> function = torch.Function<float>(spec);
        return Enumerable.Range(0, Steps).Select(step => function.Evaluate(Arguments(spec, step))).SelectMany(got => got.Gradients.Values.Prepend(got.Value)).SelectMany(Bits);
    }

    static Operands<float> Arguments(FunctionSpec spec, int step)
    {
        Operands<float> input = Operands<float>.Of(Uneven<float>(step, 16, 4));
        return spec is LossSpec ? input.With("target", Uneven<float>(step + Steps, 16, 4)) : spec is Linear ? input.With("weight", Uneven<float>(step + Steps, 3, 4)) : input;
    }

    static IEnumerable<byte> Bits(Tensor<float> numbers) => numbers.ToArray().SelectMany(BitConverter.GetBytes);
}
