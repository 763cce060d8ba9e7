using ParityNet.Native.LinearAlgebra;

namespace ParityNet.Native.Tests.LinearAlgebra;

/// <summary>What a factorization is made of gives the matrix back, within the rounding of its products.</summary>
public class FactorizationTests
{
    static readonly Xoshiro Random = new(5);

    public static TheoryData<int> Sizes => [1, 2, 3, 5, 8, 13];

    [Theory, MemberData(nameof(Sizes))]
    public void Cholesky_solves_and_knows_what_is_not_positive_definite(int n)
    {
        Matrix a = Definite(n);
        double[] x = Vector(n), solved = Cholesky.Of(a)!.Solve(a.Times(x));

        Near(x, solved, a);
        Assert.Null(Cholesky.NegativeCurvature(a));
        a[n - 1, n - 1] = -1;
        Assert.Null(Cholesky.Of(a));
        double[] d = Cholesky.NegativeCurvature(a)!;
        Assert.True(Vectors.Dot(d, a.Times(d)) < 0);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Modified_cholesky_adds_nothing_where_nothing_is_needed_and_descends_elsewhere(int n)
    {
        Matrix a = Definite(n);
        double[] g = Vector(n);
        Assert.Equal(Cholesky.Of(a)!.Solve(g), Cholesky.Modified(a).Solve(g));
        for (int i = 0; i < n; i++)
            a[i, i] -= 40;
        Cholesky modified = Cholesky.Modified(a);
        Assert.True(modified.Added > 0);
        Assert.True(Vectors.Dot(modified.Solve(g), g) > 0);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Indefinite_factorization_solves_and_tells_the_inertia(int n)
    {
        // By Sylvester's law of inertia BᵀSB has the signs of S.
        Matrix b = Definite(n), a = new(n, n);
        double[] signs = [.. Enumerable.Range(0, n).Select(i => i % 3 == 1 ? -1.0 : 1)], x = Vector(n);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                for (int k = 0; k < n; k++)
                    a[i, j] += b[k, i] * signs[k] * b[k, j];
        var factors = new SymmetricIndefinite(a);

        Assert.Equal((signs.Count(s => s > 0), signs.Count(s => s < 0), 0), (factors.Positive, factors.Negative, factors.Zero));
        Near(x, factors.Solve(a.Times(x)), a);
    }

    [Fact]
    public void Indefinite_factorization_takes_pairs_as_pivots_and_sees_what_is_singular()
    {
        var pair = Matrix.Of([0, 2, 2, 0], 2, 2);
        Assert.Equal((1, 1, 0), (new SymmetricIndefinite(pair).Positive, new SymmetricIndefinite(pair).Negative, new SymmetricIndefinite(pair).Zero));
        Assert.Equal([3.0, 5], new SymmetricIndefinite(pair).Solve([10, 6]));
        Assert.Equal(1, new SymmetricIndefinite(Matrix.Of([1, 1, 1, 1], 2, 2)).Zero);
    }

    [Theory, MemberData(nameof(Sizes))]
    public void Qr_solves_least_squares_with_a_residual_orthogonal_to_the_columns(int n)
    {
        var a = new Matrix(n + 4, n);
        foreach (ref double element in a.Elements)
            element = Number();
        double[] b = Vector(n + 4), x = new PivotedQr(a).Solve(b);
        double[] orthogonal = a.TransposedTimes(Vectors.Minus(b, a.Times(x)));

        Assert.True(Vectors.MaxAbs(orthogonal) <= Rounding(a, n) * Vectors.Norm(b));
    }

    [Fact]
    public void Qr_of_dependent_columns_has_their_rank_and_gives_a_basic_solution()
    {
        var a = Matrix.Of([1, 2, 3, 2, 4, 1, 3, 6, 4, 1, 2, 0], 4, 3);
        var qr = new PivotedQr(a);
        double[] x = qr.Solve([4, 3, 7, 1]);

        Assert.Equal(2, qr.Rank);
        Assert.Contains(0, x);
        Assert.True(Vectors.MaxAbs(Vectors.Minus(a.Times(x), [4, 3, 7, 1])) <= Rounding(a, 3) * 10);
    }

    [Fact]
    public void Norm_neither_overflows_nor_vanishes()
    {
        Assert.Equal(5e300, Vectors.Norm([3e300, 4e300]));
        Assert.Equal(5e-300, Vectors.Norm([3e-300, 4e-300]));
        Assert.Equal(double.PositiveInfinity, Vectors.Norm([1, double.NegativeInfinity]));
        Assert.Equal(double.NaN, Vectors.Norm([1, double.NaN]));
    }

    static Matrix Definite(int n)
    {
        Matrix a = new(n, n), b = new(n, n);
        foreach (ref double element in b.Elements)
            element = Number();
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                a[i, j] = Vectors.Dot(b.Row(i), b.Row(j)) + (i == j ? 1 : 0);
        return a;
    }

    // The smallest eigenvalue is at least 1 where this is used, so that the condition number is at most the trace, or its square for products.
    static void Near(double[] expected, double[] actual, Matrix a) =>
        Assert.True(Vectors.MaxAbs(Vectors.Minus(expected, actual)) <= Rounding(a, expected.Length) * Vectors.Norm(a.Elements));

    static double Rounding(Matrix a, int n) => Math.ScaleB(8 * n * n * (1 + Vectors.Norm(a.Elements)), -53);

    static double[] Vector(int n) => [.. Enumerable.Range(0, n).Select(_ => Number())];

    static double Number() => 4 * Random.NextUnit() - 2;
}
