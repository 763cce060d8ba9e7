namespace ParityNet.Native.Simd;

/// <remarks>
/// Elementary functions for kernels, with every special value in place: <c>float</c> within 0.501 units in the last place
/// of the truth for every input, <c>double</c> within 1.
/// </remarks>
partial interface ILanes<V, T>
{
    /// <summary>Applies an elementary function: <c>float</c> is widened, computed in <c>double</c> and rounded once.</summary>
    static abstract V Map<F>(V a) where F : struct, IElementary;

    static virtual V Exp(V a) => V.Map<Exp>(a);

    /// <summary>e^a − 1.</summary>
    static virtual V Expm1(V a) => V.Map<Expm1>(a);

    static virtual V Log(V a) => V.Map<Log>(a);

    /// <summary>log(1 + a).</summary>
    static virtual V Log1p(V a) => V.Map<Log1p>(a);

    static virtual V Tanh(V a) => V.Map<Tanh>(a);

    /// <summary>1 / (1 + e^−a).</summary>
    static virtual V Sigmoid(V a) => V.Map<Sigmoid>(a);

    /// <summary>log(1 + e^a).</summary>
    static virtual V Softplus(V a) => V.Map<Softplus>(a);

    /// <summary>The logarithm of the sigmoid.</summary>
    static virtual V LogSigmoid(V a) => V.Map<LogSigmoid>(a);

    static virtual V Erf(V a) => V.Map<Erf>(a);

    /// <summary>Φ, the distribution function of the standard normal distribution.</summary>
    static virtual V NormalCdf(V a) => V.Map<NormalCdf>(a);

    /// <summary>φ, the density of the standard normal distribution.</summary>
    static virtual V NormalPdf(V a) => V.Map<NormalPdf>(a);
}
