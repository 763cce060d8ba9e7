namespace ParityNet.Native;

/// <summary>A function of one number that the native backend computes itself.</summary>
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

    /// <summary>The distribution function of the standard normal distribution.</summary>
    NormalCdf,

    /// <summary>The density of the standard normal distribution.</summary>
    NormalPdf,
}
