using System.Reflection;

namespace ParityNet.Torch;

/// <summary>GELU by the hyperbolic tangent: libtorch's own kernel where the binding reaches it, else its formula in tensor arithmetic.</summary>
/// <remarks>TorchSharp has the argument that chooses the kernel since 0.107; a call would not compile against the versions before.</remarks>
static class TanhGelu
{
    static readonly Func<Tensor, Tensor> Best = Kernel() ?? Formula;

    public static Tensor Of(Tensor input) => Best(input);

    static Func<Tensor, Tensor>? Kernel()
    {
        if (typeof(torch).Assembly.GetType("TorchSharp.Modules.GELU+Approximate") is not { } form
            || typeof(F).GetMethod(nameof(F.gelu), [typeof(Tensor), form, typeof(bool)]) is not { } gelu)
            return null;
        object?[] rest = [Enum.Parse(form, "tanh"), false];
        return input => (Tensor)gelu.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [input, .. rest], null)!;
    }

    internal static Tensor Formula(Tensor x) => Held(0.5) * x * F.tanh(Held(Math.Sqrt(2 / Math.PI)) * x.Plus(Held(0.044715) * x * x * x)).Plus(1);
}
