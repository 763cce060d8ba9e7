using System.Numerics;
using ParityNet.Torch;

namespace ParityNet.Cli.Functions;

/// <summary>libtorch's functions.</summary>
/// <param name="stride">The stride of elements in memory; 1 selects the vectorized code.</param>
sealed class TorchFunctions(int stride) : IFunctions
{
    public IReadOnlyList<string> Names { get; } = [.. LibtorchFunctions.Names];

    // Its scalar code computes the power in double, with the unrounded exponent, and rounds the result.
    public double? Exponent<T>(string name) => stride == 1 ? Powers.Exponent<T>(name) : Powers.Exponent<double>(name);

    public void Apply<T>(string name, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IFloatingPointIeee754<T> => LibtorchFunctions.Apply(name, x, y, stride);
}
