using ParityNet.Definitions.Numbers;
using ParityNet.Minimizers;

namespace ParityNet.Definitions.Problems;

/// <summary>Objectives of formulas: gradient, Hessian and Jacobian come from the formula itself.</summary>
public static class FormulaObjectives
{
    /// <summary>The objective f with its gradient and its Hessian; of a sum of squares with its residuals and their Jacobian too.</summary>
    /// <param name="formula">f.</param>
    public static Objective<double> Objective(this IFormula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        var objective = new Objective<double>(x => formula.Value(Plains(x)).Value)
        {
            Gradient = x => Doubles(formula.Gradient(Plains(x))),
            Hessian = x => Doubles(formula.Hessian(Plains(x))),
        };
        return formula is SumOfSquares squares
            ? objective with
            {
                Residuals = x => Doubles(squares.Residuals.Values(Plains(x))),
                Jacobian = x => Doubles(squares.Residuals.Jacobian(Plains(x))),
            }
            : objective;
    }

    /// <summary>Constraint functions with their Jacobian and the Hessian of their sum with multipliers.</summary>
    /// <param name="formula">The functions.</param>
    public static Constraints<double> Constraints(this IVectorFormula formula)
    {
        ArgumentNullException.ThrowIfNull(formula);
        return new(x => Doubles(formula.Values(Plains(x))))
        {
            Jacobian = x => Doubles(formula.Jacobian(Plains(x))),
            Hessian = (x, multipliers) => Doubles(new WeightedSum(multipliers, formula).Hessian(Plains(x))),
        };
    }

    static Plain[] Plains(double[] x) => Array.ConvertAll(x, static number => new Plain(number));

    static double[] Doubles(Plain[] x) => Array.ConvertAll(x, static number => number.Value);

    static double[,] Doubles(Plain[,] matrix)
    {
        var doubles = new double[matrix.GetLength(0), matrix.GetLength(1)];
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
                doubles[i, j] = matrix[i, j].Value;
        }

        return doubles;
    }
}
