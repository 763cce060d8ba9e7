namespace ParityNet.Minimizers;

/// <summary>Which derivatives are made from finite differences because the objective lacks them.</summary>
[Flags]
public enum Differenced
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>The gradient, from values.</summary>
    Gradient = 1,

    /// <summary>The Jacobian of the residuals, from residuals.</summary>
    Jacobian = 2,

    /// <summary>The Hessian or products with it, from gradients.</summary>
    Hessian = 4,

    /// <summary>Derivatives of constraints.</summary>
    Constraints = 8,
}
