using Xunit;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ParityNet.LibTorchTests;

/// <summary>Counts live tensors, so nothing else may run beside it.</summary>
[Collection(nameof(LifetimeTests))]
[CollectionDefinition(nameof(LifetimeTests), DisableParallelization = true)]
public sealed class LifetimeTests
{
    const int Threads = 8;
    const int Evaluations = 10_000;

    public LifetimeTests() => SystemLibTorch.Need();

    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        long before = Settled();
        Tensor kept, moved;
        using (var outer = NewDisposeScope())
        {
            using (var inner = NewDisposeScope())
            {
                kept = (ones(2) + 1).DetachFromDisposeScope();
                moved = (ones(2) + 1).MoveToOuterDisposeScope();
                Assert.Equal(2, inner.DisposablesCount);
            }

            Assert.False(moved.IsInvalid);
            Assert.Equal(1, outer.DisposablesCount);
        }

        Assert.True(moved.IsInvalid);
        Assert.False(kept.IsInvalid);
        kept.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_scope_of_one_thread_leaves_other_threads_alone()
    {
        using var scope = NewDisposeScope();
        Tensor? elsewhere = null;
        Thread other = new(() => elsewhere = ones(2));
        other.Start();
        other.Join();
        Assert.Equal(0, scope.DisposablesCount);
        elsewhere!.Dispose();
    }

    [Fact]
    public void Many_evaluations_keep_no_tensor_and_no_memory()
    {
        Evaluate(Evaluations);
        long before = Settled(), resident = Environment.WorkingSet;
        Evaluate(Evaluations);
        Assert.Equal(before, Tensor.TotalCount);

        // Were one tensor an evaluation kept, its elements alone would exceed this.
        long grown = Environment.WorkingSet - resident;
        Assert.True(grown < (long)Evaluations * Length * sizeof(float) / 2, $"resident memory must stay flat: grew by {grown} bytes.");
    }

    [Fact]
    public void Forgotten_tensors_are_freed_by_the_collector()
    {
        long before = Settled();
        Forget();
        Assert.Equal(before, Settled());
    }

    [Fact]
    public void Many_threads_evaluate_at_once()
    {
        long before = Settled();
        float[] expected = Evaluate(1);
        float[][] results = new float[Threads][];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() => results[index] = Evaluate(Evaluations / Threads)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.All(results, result => Assert.Equal(expected, result));
        Assert.Equal(before, Tensor.TotalCount);
    }

    const int Length = 4096;

    static float[] Evaluate(int times)
    {
        float[] prediction = [.. Enumerable.Range(0, Length).Select(index => index / 7f)], gradient = new float[Length];
        for (int i = 0; i < times; i++)
        {
            using var scope = NewDisposeScope();
            Tensor x = tensor(prediction, requires_grad: true), y = zeros(Length);
            autograd.grad([F.huber_loss(x, y)], [x])[0].data<float>().CopyTo(gradient);
        }

        return gradient;
    }

    static void Forget()
    {
        for (int i = 0; i < Threads; i++)
            _ = ones(i + 1);
    }

    static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Tensor.TotalCount;
    }
}
