using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Automatic differentiation.</summary>
    public static unsafe class autograd
    {
        /// <summary>The gradients of the sum of <paramref name="outputs"/> with respect to <paramref name="inputs"/>.</summary>
        /// <param name="outputs">Results of recorded operations.</param>
        /// <param name="inputs">What to differentiate by; their own gradients stay as they are.</param>
        /// <param name="grad_outputs">A weight for each output; null for outputs with one element.</param>
        /// <param name="retain_graph">Whether the record can be used again.</param>
        /// <param name="create_graph">Whether the gradients can be differentiated again.</param>
        /// <param name="allow_unused">Whether an input that no output depends on is no error; its gradient is then null.</param>
        public static IList<Tensor> grad(IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(inputs);
            nint[] results = new nint[inputs.Count];
            using HeldTensors from = new(outputs);
            using HeldTensors by = new(inputs);
            using HeldTensors weights = new(grad_outputs ?? []);
            fixed (nint* o = from, i = by, w = weights, r = results)
                Shim.Check(Shim.Grad(o, from.Count, i, by.Count, grad_outputs is null ? null : w, retain_graph ? 1 : 0, create_graph ? 1 : 0, allow_unused ? 1 : 0, r));
            return [.. results.Select(result => result == 0 ? null! : new Tensor(result))];
        }
    }
}
