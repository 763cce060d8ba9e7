using System.Reflection;

namespace ParityNet.Torch;

/// <summary>
/// The tanh approximation of GELU: libtorch's own kernel where TorchSharp exposes it, else the formula in tensor arithmetic.
/// </summary>
/// <remarks>
/// TorchSharp has the argument that selects the kernel since 0.107; a direct call would not compile against earlier versions.
/// </remarks>
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
