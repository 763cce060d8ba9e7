using System.Numerics;

namespace ParityNet.Cli.Functions;

/// <summary>
/// The static functions of <c>float</c> and <c>double</c>, which are those of <see cref="MathF"/> and <see cref="Math"/> where these exist.
/// </summary>
sealed class DotnetFunctions : IFunctions
{
    public IReadOnlyList<string> Names { get; } = ["exp", "expm1", "log", "log1p", "tanh", "sqrt", .. Powers.All.Keys];

    public void Apply<T>(string name, ReadOnlySpan<T> x, Span<T> y) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Func<T, T> of = Of<T>(name);
        for (int i = 0; i < x.Length; i++)
            y[i] = of(x[i]);
    }

    static Func<T, T> Of<T>(string name) where T : unmanaged, IFloatingPointIeee754<T>
    {
        switch (name)
        {
            case "exp": return T.Exp;
            case "expm1": return T.ExpM1;
            case "log": return T.Log;
            case "log1p": return T.LogP1;
            case "tanh": return T.Tanh;
            case "sqrt": return T.Sqrt;
            default:
                T exponent = T.CreateChecked(Powers.All[name]);
                return x => T.Pow(x, exponent);
        }
    }
}
