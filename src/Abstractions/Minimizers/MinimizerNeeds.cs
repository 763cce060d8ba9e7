namespace ParityNet.Minimizers;

/// <summary>What a minimizer needs of an objective beside its value, and what it respects.</summary>
[Flags]
public enum MinimizerNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The gradient.</summary>
    Gradient = 1,

    /// <summary>The Hessian, as a matrix.</summary>
    Hessian = 2,

    /// <summary>Products of the Hessian with vectors.</summary>
    HessianProduct = 4,

    /// <summary>Residuals and their Jacobian: a sum of squares.</summary>
    Residuals = 8,

    /// <summary>Nothing, but it keeps to bounds of the variables.</summary>
    Bounds = 16,

    /// <summary>Nothing, but it keeps to inequalities and equalities.</summary>
    Constraints = 32,
}
