using ParityNet.Models;
using TorchSharp;
using static ParityNet.TorchTests.Libtorch;

namespace ParityNet.TorchTests;

/// <summary>Native memory is given back, and threads do not disturb each other.</summary>
[Collection(nameof(LifetimeTests)), CollectionDefinition(nameof(LifetimeTests), DisableParallelization = true)]
public class LifetimeTests
{
    const int Evaluations = 10_000, Elements = 4_096;

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

    static byte[] Work(IBackend torch)
    {
        var bits = new List<byte>();
        IModel<float> model = torch.Model<float>(new Perceptron([4, 8, 3], new PReLU(), new LogSoftmax()), new NegativeLogLikelihood());
        IOptimizer<float> optimizer = torch.Optimizer<float>(new AdamW(0.01));
        OptimizerState<float> state = optimizer.Init(model.Spec.Init<float>(3));
        Tensor<float> input = Uneven<float>(4, 16, 4);
        Tensor<long> labels = Row(Enumerable.Range(0, 16).Select(i => i % 3L).ToArray());
        for (int step = 0; step < 100; step++)
        {
            LossAndGradients<float> got = model.LossAndGradients(state.Parameters, input, labels);
            bits.AddRange(BitConverter.GetBytes(got.Loss));
            state = optimizer.Update(state, got.Gradients);
        }
        foreach (Tensor<float> parameter in state.Parameters)
            bits.AddRange(parameter.ToArray().SelectMany(BitConverter.GetBytes));
        return [.. bits];
    }
}
