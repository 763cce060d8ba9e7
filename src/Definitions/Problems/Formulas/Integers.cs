using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>Integers beside numbers of any system, so that a formula reads as in its paper.</summary>
/// <remarks>There are no doubles among them: 0.1 would not be a tenth in exact arithmetic, <c>Ratio(1, 10)</c> is.</remarks>
static class Integers
{
    extension<R>(R) where R : struct, IReal<R>
    {
        public static R operator +(R a, long b) => a + R.Exact(b);

        public static R operator +(long a, R b) => R.Exact(a) + b;

        public static R operator -(R a, long b) => a - R.Exact(b);

        public static R operator -(long a, R b) => R.Exact(a) - b;

        public static R operator *(long a, R b) => R.Exact(a) * b;

        public static R operator /(R a, long b) => a / R.Exact(b);

        public static R operator /(long a, R b) => R.Exact(a) / b;
    }

    /// <summary>The quotient of two integers.</summary>
    public static R Ratio<R>(long a, long b) where R : struct, IReal<R> => R.Exact(a) / R.Exact(b);

    /// <summary>The sum of a function of the integers from first to last.</summary>
    public static R Sum<R>(int first, int last, Func<int, R> term) where R : struct, IReal<R>
    {
        R sum = R.Zero;
        for (int i = first; i <= last; i++)
            sum += term(i);
        return sum;
    }

    /// <summary>A function of the integers from first to last.</summary>
    public static R[] Each<R>(int first, int last, Func<int, R> of)
    {
        var all = new R[last - first + 1];
        for (int i = 0; i < all.Length; i++)
            all[i] = of(first + i);
        return all;
    }
}
