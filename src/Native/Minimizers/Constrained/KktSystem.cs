using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>The symmetric system of one step of the interior point method, regularized until its inertia is that of a minimum.</summary>
sealed class KktSystem
{
    // The constants of IPOPT: first, smallest and largest multiple of the identity, and the factors by which it grows and shrinks.
    const double First = 1e-4, Smallest = 1e-20, Largest = 1e40, FirstGrowth = 100, Growth = 8, Shrink = 3, ConstraintShift = 1e-8;

    readonly SymmetricIndefinite factors;

    KktSystem(SymmetricIndefinite factors, double shift) => (this.factors, Shift) = (factors, shift);

    /// <summary>The multiple of the identity that was added to the Hessian.</summary>
    public double Shift { get; }

    /// <summary>Factorizes the system; null where no multiple of the identity helps.</summary>
    /// <param name="hessian">W.</param>
    /// <param name="inequalities">The Jacobian of the inequalities.</param>
    /// <param name="ratios"><c>s/z</c>, one per inequality.</param>
    /// <param name="equalities">The Jacobian of the equalities.</param>
    /// <param name="barrier">μ.</param>
    /// <param name="lastShift">The multiple that the last step needed; 0 for none.</param>
    public static KktSystem? Of(Matrix hessian, Matrix inequalities, double[] ratios, Matrix equalities, double barrier, double lastShift)
    {
        int n = hessian.Rows, size = n + ratios.Length + equalities.Rows;
        var system = new Matrix(size, size);
        for (int i = 0; i < n; i++)
            for (int j = 0; j <= i; j++)
                system[i, j] = hessian[i, j];
        for (int k = 0; k < ratios.Length; k++)
        {
            inequalities.Row(k).CopyTo(system.Row(n + k));
            system[n + k, n + k] = -ratios[k];
        }
        for (int k = 0; k < equalities.Rows; k++)
            equalities.Row(k).CopyTo(system.Row(n + ratios.Length + k));
        double shift = 0, added = 0;
        bool isShifted = false;
        while (true)
        {
            for (int i = 0; i < n; i++)
                system[i, i] += shift - added;
            added = shift;
            var factors = new SymmetricIndefinite(system);
            if (factors.Positive == n && factors.Zero == 0)
                return new(factors, shift);
            if (factors.Zero > 0 && !isShifted && size > n)
            {
                // Dependent constraints make the system singular whatever is added to the Hessian.
                isShifted = true;
                for (int k = n; k < size; k++)
                    system[k, k] -= ConstraintShift * Math.Pow(barrier, 0.25);
                continue;
            }
            shift = shift > 0 ? shift * (lastShift == 0 ? FirstGrowth : Growth) : lastShift == 0 ? First : Math.Max(Smallest, lastShift / Shrink);
            if (shift > Largest)
                return null;
        }
    }

    /// <summary>The step of the variables, and the new multipliers.</summary>
    public (double[] Step, double[] Z, double[] Nu) Solve(double[] gradient, double[] inequalities, double[] equalities)
    {
        double[] solution = factors.Solve(Array.ConvertAll([.. gradient, .. inequalities, .. equalities], x => -x));
        int n = gradient.Length, m = inequalities.Length;
        return (solution[..n], solution[n..(n + m)], solution[(n + m)..]);
    }
}
