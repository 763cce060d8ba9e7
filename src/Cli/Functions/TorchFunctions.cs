using System.Numerics;
using ParityNet.Torch;

namespace ParityNet.Cli.Functions;

/// <summary>libtorch's functions.</summary>
/// <param name="stride">How far apart elements are in memory.</param>
sealed class TorchFunctions(int stride) : IFunctions
{
    public IReadOnlyList<string> Names { get; } = [.. LibtorchFunctions.Names];

    // Its scalar version takes the power in double, with an exponent that was not rounded, and rounds the result.
    public double? Exponent<T>(string name) => stride == 1 ? Powers.Exponent<T>(name) : Powers.Exponent<double>(name);

    public void Apply<T>(string name, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T> => LibtorchFunctions.Apply(name, x, y, stride);
}
