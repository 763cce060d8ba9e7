using ParityNet.Cli.Functions;

namespace ParityNet.Cli.Accuracy;

/// <summary>Where a function of <c>double</c> is tried.</summary>
/// <param name="Smallest">The smallest argument with a result that is not a constant.</param>
/// <param name="Most">The largest.</param>
/// <param name="From">Where the arguments begin that are used most.</param>
/// <param name="To">Where they end.</param>
readonly record struct Domain(double Smallest, double Most, double From, double To)
{
    // Past these an exponential is 0 or infinite.
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

    static Domain OfPower(double exponent) => new(Math.Max(double.Epsilon, Math.Pow(2, -1022 / exponent)), Math.Min(double.MaxValue, Math.Pow(2, 1022 / exponent)), 0.5, 2);
}
