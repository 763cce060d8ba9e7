using System.Numerics;
using ParityNet.Cli.Functions;

namespace ParityNet.Cli.Tests.Accuracy;

/// <summary>Functions of a test's own, by the name of what they should compute.</summary>
sealed class FakeFunctions(string name, Func<double, double> of) : IFunctions
{
    public IReadOnlyList<string> Names => [name];

    public double? Exponent { get; init; }

    public void Apply<T>(string function, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < x.Length; i++)
            y[i] = T.CreateChecked(of(double.CreateChecked(x[i])));
    }

    double? IFunctions.Exponent<T>(string function) => Exponent ?? Powers.Exponent<T>(function);
}
