using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>Whether an answer is so near to a minimizer that no other stationary point is as near, in the metric of the Hessian.</summary>
/// <remarks>
/// A box is a poor neighbourhood where the Hessian is ill-conditioned. With H = LLᵀ and x = x* + L⁻ᵀz the Hessian in z is the identity at the
/// minimizer, and Krawczyk's operator maps the cube of z into its interior where the third derivatives in z are small enough; those are
/// multiplied by L⁻¹ before an interval is, so that no digits are lost to the condition number.
/// </remarks>
static class Neighbourhood
{
    /// <summary>Whether the smallest cube around the minimizer that has the answer in it holds one stationary point.</summary>
    public static bool Holds(IFormula formula, Exact[] minimizer, Exact[] answer)
    {
        Exact[] center = Array.ConvertAll(minimizer, number => number.Middle);
        int n = center.Length;
        Exact[,] hessian = formula.Hessian(center);
        if (IntervalMatrix.Whitening(hessian) is not { } basis || IntervalMatrix.Inverse(basis) is not { } inverse)
            return false;
        Exact[,] across = IntervalMatrix.Transposed(basis);
        Exact radius = IntervalMatrix.Times(inverse, [.. answer.Zip(center, (a, b) => a - b)]).Select(z => z.LargestMagnitude).Aggregate(Exact.Max);
        Exact[] box = [.. Enumerable.Range(0, n).Select(i =>
            Exact.Around(center[i], Enumerable.Range(0, n).Aggregate(Exact.Of(0), (sum, j) => sum + Exact.Abs(basis[i, j])) * radius))];
        Exact[,] whitened = IntervalMatrix.Times(IntervalMatrix.Times(across, hessian), basis);
        Exact[,] off = IntervalMatrix.Each(n, (i, j) => (whitened[i, j] - Exact.Of(i == j ? 1 : 0)).LargestMagnitude);
        for (int l = 0; l < n; l++)
        {
            Exact[,] third = IntervalMatrix.Times(IntervalMatrix.Times(across, Along(formula, box, l, basis)), basis);
            off = IntervalMatrix.Each(n, (i, j) => off[i, j] + third[i, j].LargestMagnitude * radius);
        }

        Exact[] rest = IntervalMatrix.Times(across, formula.Gradient(center));
        return Enumerable.Range(0, n).All(i =>
            !(Enumerable.Range(0, n).Aggregate(rest[i].LargestMagnitude, (sum, j) => sum + off[i, j] * radius) < radius).CanBeFalse);
    }

    // The derivative of the Hessian along a column of the basis.
    static Exact[,] Along(IFormula formula, Exact[] box, int column, Exact[,] basis)
    {
        Dual<Exact>[,] hessian = formula.Hessian([.. box.Select((number, i) => new Dual<Exact>(number, basis[i, column]))]);
        return IntervalMatrix.Each(box.Length, (i, j) => hessian[i, j].Derivative);
    }
}
