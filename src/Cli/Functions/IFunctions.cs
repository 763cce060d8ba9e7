using System.Numerics;

namespace ParityNet.Cli.Functions;

/// <summary>A library's elementary functions.</summary>
interface IFunctions
{
    /// <summary>The names of its functions.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>The exponent with which a power is computed; null where the function is no power.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="name">One of <see cref="Names"/>.</param>
    double? Exponent<T>(string name) => Powers.Exponent<T>(name);

    /// <summary>Computes the function of each element, on the calling thread.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="x">The arguments.</param>
    /// <param name="y">The results, as long as <paramref name="x"/>.</param>
    void Apply<T>(string name, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>;
}
