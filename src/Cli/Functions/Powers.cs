using System.Globalization;

namespace ParityNet.Cli.Functions;

/// <summary>The powers that are measured, by the name of the function.</summary>
static class Powers
{
    /// <summary>Names such as <c>pow(0.5)</c> and their exponents.</summary>
    public static IReadOnlyDictionary<string, double> All { get; } =
        new double[] { -2, -1, -0.5, 1.0 / 3, 0.5, 1.5, 3, 10 }
            .ToDictionary(exponent => string.Create(CultureInfo.InvariantCulture, $"pow({exponent:0.####})"));

    /// <summary>The exponent rounded to the element type, as most libraries use it; null where the function is no power.</summary>
    /// <typeparam name="T">The element type.</typeparam>
    /// <param name="name">The function.</param>
    public static double? Exponent<T>(string name) =>
        All.TryGetValue(name, out double exponent) ? typeof(T) == typeof(float) ? (float)exponent : exponent : null;
}
