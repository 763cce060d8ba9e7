using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>Linear algebra in multi-precision interval arithmetic.</summary>
static class IntervalMatrix
{
    /// <summary>An approximate inverse of the midpoints; null where they are singular to all digits.</summary>
    public static Exact[,]? Inverse(Exact[,] matrix)
    {
        int n = matrix.GetLength(0);
        Exact[,] left = Each(n, (i, j) => matrix[i, j].Middle), right = Each(n, (i, j) => Exact.Of(i == j ? 1 : 0));
        if (left.Cast<Exact>().Any(entry => !entry.IsFinite))
            return null;
        for (int k = 0; k < n; k++)
        {
            int pivot = Enumerable.Range(k, n - k).MaxBy(i => Exact.Abs(left[i, k]), ByValue.Instance);
            if (!(Exact.Abs(left[pivot, k]) > Exact.Of(0)).CanBeTrue)
                return null;
            Swap(left, k, pivot);
            Swap(right, k, pivot);
            Exact factor = (Exact.Of(1) / left[k, k]).Middle;
            for (int j = 0; j < n; j++)
                (left[k, j], right[k, j]) = ((left[k, j] * factor).Middle, (right[k, j] * factor).Middle);
            for (int i = 0; i < n; i++)
            {
                Exact times = left[i, k];
                if (i == k)
                    continue;
                for (int j = 0; j < n; j++)
                {
                    left[i, j] = (left[i, j] - times * left[k, j]).Middle;
                    right[i, j] = (right[i, j] - times * right[k, j]).Middle;
                }
            }
        }

        return right;
    }

    public static Exact[] Times(Exact[,] matrix, Exact[] vector) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => Dot(vector.Length, j => matrix[i, j], j => vector[j]))];

    public static Exact[,] Times(Exact[,] a, Exact[,] b) =>
        Each(a.GetLength(0), (i, j) => Dot(a.GetLength(0), k => a[i, k], k => b[k, j]));

    /// <summary>
    /// Whether every symmetric matrix in an interval matrix is positive definite: all pivots of its LDLᵀ factorization are above 0.
    /// </summary>
    public static bool IsPositiveDefinite(Exact[,] matrix)
    {
        int n = matrix.GetLength(0);
        Exact[,] rest = Each(n, (i, j) => matrix[i, j]);
        for (int k = 0; k < n; k++)
        {
            if ((rest[k, k] > Exact.Of(0)).CanBeFalse)
                return false;
            for (int i = k + 1; i < n; i++)
            {
                Exact factor = rest[i, k] / rest[k, k];
                for (int j = k + 1; j <= i; j++)
                    rest[i, j] -= factor * rest[j, k];
            }
        }

        return true;
    }

    /// <summary>L⁻ᵀ of the Cholesky factorization LLᵀ of the midpoints: BᵀHB is near the identity. Null where there is none.</summary>
    public static Exact[,]? Whitening(Exact[,] matrix)
    {
        int n = matrix.GetLength(0);
        Exact[,] factor = Each(n, (_, _) => Exact.Of(0));
        for (int j = 0; j < n; j++)
        {
            for (int i = j; i < n; i++)
            {
                Exact rest = (matrix[i, j].Middle - Dot(j, k => factor[i, k], k => factor[j, k])).Middle;
                if (i == j && (rest > Exact.Of(0)).CanBeFalse)
                    return null;
                factor[i, j] = (i == j ? Exact.Sqrt(rest) : rest / factor[j, j]).Middle;
            }
        }

        return Inverse(Transposed(factor));
    }

    public static Exact[,] Transposed(Exact[,] matrix) => Each(matrix.GetLength(0), (i, j) => matrix[j, i]);

    public static Exact[,] Each(int n, Func<int, int, Exact> entry)
    {
        var result = new Exact[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
                result[i, j] = entry(i, j);
        }

        return result;
    }

    static Exact Dot(int count, Func<int, Exact> a, Func<int, Exact> b)
    {
        Exact sum = Exact.Of(0);
        for (int k = 0; k < count; k++)
            sum += a(k) * b(k);
        return sum;
    }

    static void Swap(Exact[,] matrix, int a, int b)
    {
        for (int j = 0; j < matrix.GetLength(1); j++)
            (matrix[a, j], matrix[b, j]) = (matrix[b, j], matrix[a, j]);
    }

    sealed class ByValue : IComparer<Exact>
    {
        public static readonly ByValue Instance = new();

        public int Compare(Exact a, Exact b) => (a < b).CanBeTrue ? -1 : (b < a).CanBeTrue ? 1 : 0;
    }
}
