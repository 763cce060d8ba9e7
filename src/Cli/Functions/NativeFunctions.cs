using ParityNet.Native;

namespace ParityNet.Cli.Functions;

/// <summary>The native backend's functions; sqrt is the processor's instruction.</summary>
sealed class NativeFunctions : IFunctions
{
    static readonly Dictionary<string, ElementaryFunction> Named = Enum.GetValues<ElementaryFunction>()
        .ToDictionary(function => $"{function}".ToLowerInvariant());

    public IReadOnlyList<string> Names { get; } = [.. Named.Keys, "sqrt", .. Powers.All.Keys];

    public void Apply<T>(string name, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        if (name == "sqrt")
            System.Numerics.Tensors.TensorPrimitives.Sqrt(x, y);
        else if (Powers.Exponent<T>(name) is { } exponent)
            ElementaryFunctions.Power(exponent, x, y);
        else
            ElementaryFunctions.Apply(Named[name], x, y);
    }
}
