using ParityNet.References;

namespace ParityNet.Torch.References.Findings;

/// <summary>Objects of TorchSharp that do not live as long as libtorch needs them.</summary>
static class LifetimeFindings
{
    const string F = "torch.nn.functional.";

    public static IEnumerable<ReferenceFinding> All =>
    [
        new("scalar-freed-during-call",
            ["implicit conversions to Scalar", "Tensor.add", "Tensor + Tensor", "number − Tensor", "Tensor.square", "Tensor.ToDouble", "torch.arange without step",
             F + "elu", F + "celu", F + "leaky_relu", F + "threshold", F + "softplus", F + "mish", F + "softsign"],
            "A scalar is freed while libtorch reads it: what an implicit conversion makes has a finalizer, and its handle is passed to native code while nothing keeps it alive. "
            + "x.mul(3.0).add(0.5), run 300,000 times beside a thread that collects garbage, threw 4 times (Expected false to be true, Scalar.h), and 931 of 629,568 times under load; a wrong value is possible.",
            "A scalar lives until the call has returned.",
            () =>
            {
                // The call holds its scalar where it ends with GC.KeepAlive, or where the runtime does so for a SafeHandle.
                var add = typeof(Tensor).GetMethod("add", [typeof(Scalar)])!;
                var handle = typeof(Scalar).GetProperty("Handle", Overloads.Own)!;
                return new Seen(Overloads.Call(add, nameof(GC.KeepAlive)) || handle.PropertyType != typeof(nint), true);
            })
        {
            Kind = FindingKind.State,
            // No number of a definition differs for it.
            Covers = _ => false,
        },
    ];
}
