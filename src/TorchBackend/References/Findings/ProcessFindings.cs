using ParityNet.References;
using TorchSharp.Modules;

namespace ParityNet.Torch.References.Findings;

/// <summary>Calls of TorchSharp that end the process, and memory that it passes to libtorch differently from PyTorch.</summary>
static class ProcessFindings
{
    const string F = "torch.nn.functional.";

    public static IEnumerable<ReferenceFinding> All => [.. Ends, .. Memory];

    static IEnumerable<ReferenceFinding> Ends =>
    [
        new("autograd-grad-refused", ["torch.autograd.grad"],
            "Ends the process wherever libtorch throws: for a graph that has been freed, an output that is not a scalar, an unused input.",
            "Raises RuntimeError.",
            () =>
            {
                using var x = torch.tensor(new[] { 2.0 }, requires_grad: true);
                using var y = x * x;
                y.backward();
                return new Seen(Refusal.Of(() => torch.autograd.grad([y], [x])), true);
            })
        { Kind = FindingKind.Process, Apart = ReferenceFinding.Ending },
        new("orthogonal-without-rows", ["torch.nn.init.orthogonal_"],
            "A tensor without rows ends the process: libtorch divides the number of its elements by 0 in integers.",
                "An empty tensor is left as it is.",
            () => new Seen(torch.nn.init.orthogonal_(torch.empty(0, 3)).numel(), 0L))
        { Kind = FindingKind.Process, Apart = ReferenceFinding.Ending },
        new("distance-that-throws", [F + "triplet_margin_with_distance_loss", "torch.nn.TripletMarginWithDistanceLoss"],
            "An exception in the distance function ends the process, because it would have to pass through native frames; so does a distance that " +
                "returns null.",
            "The exception reaches the caller.",
            () =>
            {
                using var x = torch.ones(1, 2);
                return new Seen(
                    Refusal.Of(() =>
                    torch.nn.functional.triplet_margin_with_distance_loss(x, x, x, (a, b) => throw new InvalidOperationException())), true);
            })
        { Kind = FindingKind.Process, Apart = ReferenceFinding.Ending },
        new("closure-that-throws", ["torch.optim.LBFGS.step"],
            "An exception in the closure ends the process, because it would have to pass through native frames; so does a closure that returns null.",
            "The exception reaches the caller.",
            () =>
            {
                using var p = new Parameter(torch.tensor(new[] { 1.0 }));
                using var optimizer = torch.optim.LBFGS([p]);
                return new Seen(Refusal.Of(() => optimizer.step(() => throw new InvalidOperationException())), true);
            })
        { Kind = FindingKind.Process, Apart = ReferenceFinding.Ending },
    ];

    static IEnumerable<ReferenceFinding> Memory =>
    [
        new("scalar-freed-during-call",
            ["implicit conversions to Scalar", "Tensor.add", "Tensor + Tensor", "number − Tensor", "Tensor.square", "Tensor.ToDouble",
                "torch.arange without step",
             F + "elu", F + "celu", F + "leaky_relu", F + "threshold", F + "softplus", F + "mish", F + "softsign"],
            "A scalar is freed while libtorch reads it: the result of an implicit conversion has a finalizer, and its handle is passed to native " +
                "code while nothing keeps it alive. "
            + "x.mul(3.0).add(0.5), run 300,000 times while another thread collects garbage, threw 4 times (Expected false to be true, Scalar.h), " +
                "and 931 of 629,568 times under load; a wrong value is possible.",
            "A scalar lives until the call has returned.",
            () =>
            {
                // The call keeps its scalar alive where it ends with GC.KeepAlive, or where the runtime does so for a SafeHandle.
                var add = typeof(Tensor).GetMethod("add", [typeof(Scalar)])!;
                var handle = typeof(Scalar).GetProperty("Handle", Overloads.Own)!;
                return new Seen(Overloads.Call(add, nameof(GC.KeepAlive)) || handle.PropertyType != typeof(nint), true);
            })
        { Kind = FindingKind.Process },
        new("tensor-memory-unaligned", ["torch.tensor", "torch.from_array"],
            "The memory of a tensor is that of a managed array, aligned to 8 bytes: matrix products by MKL, whose summation order depends on the " +
                "alignment, differ in their last bits from call to call.",
            "The memory is allocated by libtorch, aligned to 64 bytes.",
            () => new Seen(Enumerable.Range(1, 64).All(length => torch.tensor(new double[length]).storage<double>().data_ptr() % 64 == 0), true))
        { Kind = FindingKind.Process },
    ];
}
