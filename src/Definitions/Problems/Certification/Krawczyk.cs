using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>Proves that a system of equations has exactly one solution in a box, and finds it to all digits of multi-precision.</summary>
/// <remarks>
/// With Y near the inverse of the Jacobian at x, the box X around x holds exactly one solution if Krawczyk's operator
/// <c>K = x − Y·F(x) + (I − Y·F′(X))(X − x)</c> lies in its interior, and K holds the solution. R. Krawczyk, 1969; R. E. Moore, 1977;
/// S. M. Rump, Verification methods, Acta Numerica 2010, section 13.
/// </remarks>
sealed class Krawczyk
{
    // Newton's method doubles its digits: 2⁷ steps would double one digit to more than there are, and a singular problem gains none.
    const int MostSteps = 128;

    // A number this much smaller than the others, or than 1 where all are, is on its way to 0, where nothing is relative.
    const int Negligible = 128, NothingAtAll = 300;

    // Boxes of relative radius 2⁻ᵏ: from the digits that multi-precision has to a sixteenth, and how finely the largest is sought.
    const int SmallestBox = 256, LargestBox = 4, Finest = 4;

    readonly ISystem system;
    readonly Exact[] at, step;
    readonly Exact[,] inverse;

    Krawczyk(ISystem system, Exact[] at, Exact[] step, Exact[,] inverse) =>
        (this.system, this.at, this.step, this.inverse) = (system, at, step, inverse);

    /// <summary>Enclosures of the solution.</summary>
    public Exact[] Solution { get; private set; } = [];

    /// <summary>The relative radius of the largest box found that holds no other.</summary>
    public double UniqueWithin { get; private set; }

    /// <summary>The solution that Newton's method finds from a point; null where none is proven.</summary>
    public static Krawczyk? Near(ISystem system, double[] start)
    {
        Exact[] x = Array.ConvertAll(start, Exact.Of);
        Exact[]? step = null;
        Exact[,]? inverse = null;
        for (int i = 0; i < MostSteps; i++)
        {
            inverse = IntervalMatrix.Inverse(system.Jacobian(x));
            if (inverse is null)
                return null;
            step = IntervalMatrix.Times(inverse, system.Values(x));
            if (!step.All(one => one.IsFinite))
                return null;
            Exact[] scales = Scales(x);
            if (step.Zip(scales, IsNegligible).All(below => below))
                break;
            x = Snapped([.. x.Zip(step, (number, one) => (number - one).Middle)]);
        }

        var operation = new Krawczyk(system, x, step!, inverse!);
        return operation.Encloses() ? operation : null;
    }

    // Bisects for the largest box that has one solution, once the smallest one is known to have it.
    bool Encloses()
    {
        if (Image(SmallestBox) is not { } solution)
            return false;
        Solution = solution;
        (int holds, int fails) = (SmallestBox, LargestBox - Finest);
        while (holds - fails > Finest)
        {
            int middle = (holds + fails) / 2;
            if (Image(middle) is null)
                fails = middle;
            else
                holds = middle;
        }

        UniqueWithin = Math.ScaleB(1, -holds);
        return true;
    }

    // Krawczyk's operator on the box of relative radius 2⁻ᵏ, if it maps that into its interior.
    Exact[]? Image(int k)
    {
        Exact[] radii = Radii(Math.ScaleB(1, -k));
        Exact[] box = [.. at.Zip(radii, Exact.Around)];
        Exact[,] contraction = IntervalMatrix.Times(inverse, system.Jacobian(box));
        var image = new Exact[at.Length];
        for (int i = 0; i < image.Length; i++)
        {
            Exact reach = step[i].LargestMagnitude;
            for (int j = 0; j < image.Length; j++)
                reach += ((i == j ? Exact.Of(1) : Exact.Of(0)) - contraction[i, j]).LargestMagnitude * radii[j];
            reach = reach.LargestMagnitude;
            if (!reach.IsFinite || (reach < radii[i]).CanBeFalse)
                return null;
            image[i] = Exact.Around(at[i], reach);
        }

        return image;
    }

    /// <summary>Whether a point is in the largest box.</summary>
    public bool Holds(double[] point) => point
        .Zip(at, (a, b) => Exact.Abs(Exact.Of(a) - b))
        .Zip(Radii(UniqueWithin), (distance, radius) => !(distance <= radius).CanBeFalse)
        .All(isWithin => isWithin);

    Exact[] Radii(double relative) => Array.ConvertAll(Scales(at), scale => scale * Exact.Of(relative));

    // Relative to the variable; to the largest one where it is 0, and to 1 where all are.
    static Exact[] Scales(Exact[] x)
    {
        Exact largest = Largest(x);
        Exact instead = IsZero(largest) ? Exact.Of(1) : largest;
        return Array.ConvertAll(x, number => IsZero(number) ? instead : Exact.Abs(number));
    }

    static Exact[] Snapped(Exact[] x)
    {
        Exact least = Exact.Max(Largest(x) * PowerOfTwo(-Negligible), PowerOfTwo(-NothingAtAll));
        return Array.ConvertAll(x, number => (Exact.Abs(number) < least).CanBeTrue ? Exact.Of(0) : number);
    }

    static Exact Largest(Exact[] x) => x.Select(Exact.Abs).Aggregate(Exact.Max);

    static bool IsZero(Exact number) => Exact.Equal(number, Exact.Of(0)).CanBeTrue;

    static bool IsNegligible(Exact step, Exact scale) => (Exact.Abs(step.Middle) <= scale * PowerOfTwo(-SmallestBox - 8)).CanBeTrue;

    static Exact PowerOfTwo(int exponent) => Exact.Of(Math.ScaleB(1, exponent));
}
