namespace ParityNet.Native;

/// <summary>An elementary function that the native backend implements itself; see <see cref="ElementaryFunctions"/>.</summary>
public enum ElementaryFunction
{
    /// <summary>e^x.</summary>
    Exp,

    /// <summary>e^x − 1.</summary>
    Expm1,

    /// <summary>The natural logarithm.</summary>
    Log,

    /// <summary>log(1 + x).</summary>
    Log1p,

    /// <summary>The hyperbolic tangent.</summary>
    Tanh,

    /// <summary>1 / (1 + e^−x).</summary>
    Sigmoid,

    /// <summary>log(1 + e^x).</summary>
    Softplus,

    /// <summary>The logarithm of the sigmoid.</summary>
    LogSigmoid,

    /// <summary>The error function.</summary>
    Erf,

    /// <summary>The cumulative distribution function of the standard normal distribution.</summary>
    NormalCdf,

    /// <summary>The density of the standard normal distribution.</summary>
    NormalPdf,
}
