namespace ParityNet.Minimizers;

/// <summary>How often the functions of an objective were called.</summary>
/// <remarks>A call that gives value and gradient together counts once as each. Finite differences count every call that they make.</remarks>
/// <param name="Value">Calls for a value, or for residuals.</param>
/// <param name="Gradient">Calls for a gradient, or for the Jacobian of residuals.</param>
/// <param name="Hessian">Calls for a Hessian, or for a product with it.</param>
public sealed record EvaluationCounts(int Value = 0, int Gradient = 0, int Hessian = 0);
