using ParityNet.Cli.Functions;

namespace ParityNet.Cli.Accuracy;

/// <summary>The range of arguments on which a function of <c>double</c> is tested.</summary>
/// <param name="Smallest">The smallest argument with a result that is not a constant.</param>
/// <param name="Most">The largest such argument.</param>
/// <param name="From">The lower end of the range of common arguments.</param>
/// <param name="To">The upper end of that range.</param>
readonly record struct Domain(double Smallest, double Most, double From, double To)
{
    // Beyond these exp underflows to 0 or overflows.
    const double Low = -745.2, High = 709.78;

    /// <summary>The domain of a function.</summary>
    /// <param name="name">Its name.</param>
    public static Domain Of(string name) => name switch
    {
        "exp" => new(Low, High, -1, 1),
        "expm1" => new(-38, High, -1, 1),
        "log" => new(double.Epsilon, double.MaxValue, 0.5, 2),
        "log1p" => new(-1 + 1.0 / (1L << 53), double.MaxValue, -0.5, 1),
        "tanh" => new(-20, 20, -1, 1),
        "sigmoid" or "softplus" => new(Low, 40, -2, 2),
        "logsigmoid" => new(-40, -Low, -2, 2),
        "erf" => new(-6, 6, -1, 1),
        "sqrt" => new(double.Epsilon, double.MaxValue, 1, 4),
        _ => OfPower(Math.Abs(Powers.All[name])),
    };

    static Domain OfPower(double exponent) =>
        new(Math.Max(double.Epsilon, Math.Pow(2, -1022 / exponent)), Math.Min(double.MaxValue, Math.Pow(2, 1022 / exponent)), 0.5, 2);
}
