using ParityNet.Minimizers;
using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>Minimizes the sum of squares of the violated constraints by Levenberg–Marquardt.</summary>
static class Restoration
{
    const int MostSteps = 200;

    public static double[] From(ConstraintSet constraints, double[] x)
    {
        Objective<double> violation = Objective.LeastSquares<double>(
            at => [.. constraints.InequalitiesAt(at).Select(c => Math.Max(c, 0)), .. constraints.EqualitiesAt(at)], at =>
            {
                Matrix c = constraints.InequalityJacobian(at), h = constraints.EqualityJacobian(at);
                double[] values = constraints.InequalitiesAt(at);
                var jacobian = new double[c.Rows + h.Rows, at.Length];
                for (int j = 0; j < at.Length; j++)
                {
                    for (int i = 0; i < c.Rows; i++)
                        jacobian[i, j] = values[i] > 0 ? c[i, j] : 0;
                    for (int i = 0; i < h.Rows; i++)
                        jacobian[c.Rows + i, j] = h[i, j];
                }
                return jacobian;
            });
        var spec = new LevenbergMarquardt(MaxIterations: MostSteps);
        IMinimizer<double> minimizer = new NativeMinimizer<double>(spec, new LevenbergMarquardtMethod(spec, new(null)));
        return [.. minimizer.Minimize(violation, x).Point];
    }
}
