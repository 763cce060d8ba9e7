using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Minimizers;

/// <summary>Minimizes the quadratic model of the objective in a ball by conjugate gradients. T. Steihaug, 1983.</summary>
sealed class ModelDescent(Oracle oracle, double[] x, double[] gradient)
{
    /// <summary>The step, the reduction that the model predicts for it, and whether it is at the boundary.</summary>
    public (double[] Step, double Predicted, bool IsAtBoundary) Within(double radius)
    {
        int n = x.Length;
        double[] s = new double[n], product = new double[n], r = [.. gradient], d = Vectors.Negated(gradient);
        double norm = Vectors.Norm(gradient), tolerance = Math.Min(0.5, Math.Sqrt(norm)) * norm, square = Vectors.Dot(r, r);
        // In exact arithmetic n products are enough.
        for (int k = 0; k < 2 * n + 10; k++)
        {
            double[] hd = oracle.HessianProduct(x, d);
            double curvature = Vectors.Dot(d, hd), step = square / curvature;
            double[] next = [.. s];
            Vectors.Add(next, step, d);
            if (!(curvature > 0) || !(Vectors.Norm(next) < radius))
                return AtBoundary(s, product, d, hd, radius);
            s = next;
            Vectors.Add(product, step, hd);
            Vectors.Add(r, step, hd);
            double nextSquare = Vectors.Dot(r, r);
            if (Math.Sqrt(nextSquare) < tolerance)
                break;
            for (int i = 0; i < n; i++)
                d[i] = -r[i] + nextSquare / square * d[i];
            square = nextSquare;
        }
        return (s, Reduction(s, product), false);
    }

    (double[] Step, double Predicted, bool IsAtBoundary) AtBoundary(double[] s, double[] product, double[] d, double[] hd, double radius)
    {
        // ‖s + td‖ = Δ has one root of each sign, computed without cancellation.
        double a = Vectors.Dot(d, d), b = Vectors.Dot(s, d), c = Vectors.Dot(s, s) - radius * radius;
        double root = b + Math.CopySign(Math.Sqrt(Math.Max(0, b * b - a * c)), b), first = -root / a, second = root == 0 ? first : -c / root;
        (double[] Step, double Predicted) low = At(Math.Min(first, second)), high = At(Math.Max(first, second));
        return low.Predicted > high.Predicted ? (low.Step, low.Predicted, true) : (high.Step, high.Predicted, true);

        (double[] Step, double Predicted) At(double t)
        {
            double[] step = [.. s], moved = [.. product];
            Vectors.Add(step, t, d);
            Vectors.Add(moved, t, hd);
            return (step, Reduction(step, moved));
        }
    }

    double Reduction(double[] s, double[] product) => -Vectors.Dot(gradient, s) - 0.5 * Vectors.Dot(s, product);
}
