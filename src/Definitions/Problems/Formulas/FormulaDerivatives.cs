using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>Derivatives of formulas in any number system: exact in the sense of that system, without differences.</summary>
public static class FormulaDerivatives
{
    /// <summary>∇f, by one backward sweep.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="formula">f.</param>
    /// <param name="x">The variables.</param>
    public static R[] Gradient<R>(this IFormula formula, R[] x) where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(formula);
        var tape = new Tape<R>();
        return tape.Gradient(formula.Value(Array.ConvertAll(x, tape.Variable)), R.One);
    }

    /// <summary>∇²f, by one backward sweep over dual numbers for each column.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="formula">f.</param>
    /// <param name="x">The variables.</param>
    public static R[,] Hessian<R>(this IFormula formula, R[] x) where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(x);
        var hessian = new R[x.Length, x.Length];
        for (int j = 0; j < x.Length; j++)
        {
            Dual<R>[] column = Gradient(formula, Seeded(x, j));
            for (int i = 0; i < x.Length; i++)
                hessian[i, j] = column[i].Derivative;
        }

        return hessian;
    }

    /// <summary>The derivatives of several functions: one row per function and one column per variable.</summary>
    /// <typeparam name="R">The number system.</typeparam>
    /// <param name="formula">The functions.</param>
    /// <param name="x">The variables.</param>
    public static R[,] Jacobian<R>(this IVectorFormula formula, R[] x) where R : struct, IReal<R>
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(x);
        R[,]? jacobian = null;
        for (int j = 0; j < x.Length; j++)
        {
            Dual<R>[] column = formula.Values(Seeded(x, j));
            jacobian ??= new R[column.Length, x.Length];
            for (int i = 0; i < column.Length; i++)
                jacobian[i, j] = column[i].Derivative;
        }

        return jacobian ?? new R[formula.Values(x).Length, 0];
    }

    // One variable has the derivative 1, the others are constant.
    static Dual<R>[] Seeded<R>(R[] x, int variable) where R : struct, IReal<R>
    {
        var seeded = Array.ConvertAll(x, Dual<R>.Constant);
        seeded[variable] = Dual<R>.Variable(x[variable]);
        return seeded;
    }
}
