using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>A square system of equations F(x) = 0 with its Jacobian.</summary>
interface ISystem
{
    Exact[] Values(Exact[] x);

    Exact[,] Jacobian(Exact[] x);
}

/// <summary>∇f(x) = 0.</summary>
sealed class Stationarity(IFormula formula) : ISystem
{
    public Exact[] Values(Exact[] x) => formula.Gradient(x);

    public Exact[,] Jacobian(Exact[] x) => formula.Hessian(x);
}
