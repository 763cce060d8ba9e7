using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Losses;

/// <summary>The elements that may tie for a maximum, between which libtorch splits its derivative equally.</summary>
static class Ties
{
    /// <summary>The indices of the numbers that are not certainly smaller than the largest; of all numbers if that may be NaN.</summary>
    public static int[] Contenders<R>(R[] numbers, R largest)
        where R : struct, IReal<R> => [.. Enumerable.Range(0, numbers.Length).Where(i => (largest > numbers[i]).CanBeFalse)];

    /// <summary>
    /// For each number 0 if another one is larger, else 1/(number of ties), which is never 0, however wide the enclosures are; NaN if the largest is.
    /// </summary>
    public static R[] Shares<R>(R[] numbers, R largest)
        where R : struct, IReal<R>
    {
        var shares = new R[numbers.Length];
        Truth isNaN = R.IsNaN(largest);
        Array.Fill(shares, R.Where(isNaN, R.Exact(double.NaN), R.Zero));
        int[] contenders = isNaN.CanBeFalse ? Contenders(numbers, largest) : [];
        foreach (int i in contenders)
        {
            R[] others = [.. contenders.Where(j => j != i).Select(j => numbers[j])];
            R[] equal = [R.One, .. others.Select(other => R.Where(R.Equal(other, numbers[i]), R.One, R.Zero))];
            R leads = others.Aggregate(R.One, (so, other) => R.Where(other > numbers[i], R.Zero, so));
            shares[i] = R.Where(isNaN, R.Exact(double.NaN), Factor<R>.Over(R.Sum(equal, Order.Sum(equal.Length))).Apply(leads));
        }

        return shares;
    }
}
