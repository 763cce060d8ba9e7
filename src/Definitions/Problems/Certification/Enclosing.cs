using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Problems;

/// <summary>Norms and relative sizes of enclosures.</summary>
static class Enclosing
{
    /// <summary>The Euclidean norm.</summary>
    public static Exact Norm(Exact[] vector)
    {
        Exact sum = Exact.Of(0);
        foreach (Exact number in vector)
            sum += Exact.Square(number);
        // Where 0 is not ruled out the root is between 0 and that of the largest.
        return (sum > Exact.Of(0)).CanBeFalse ? Exact.Where(Truth.Maybe, Exact.Of(0), Exact.Sqrt(sum.LargestMagnitude)) : Exact.Sqrt(sum);
    }

    /// <summary>The radius, relative to the number unless that is 0.</summary>
    public static double RelativeRadius(Exact enclosure) => Relative(enclosure.Middle, enclosure.Reach);

    /// <summary>The largest distance of two numbers at the same place, relative to the first unless that is 0.</summary>
    public static double RelativeDistance(Exact[] enclosures, Exact[] numbers) =>
        enclosures.Zip(numbers, (exact, number) => Relative(exact.Middle, number - exact.Middle)).Max();

    static double Relative(Exact number, Exact distance) =>
        (Exact.Equal(number, Exact.Of(0)).CanBeTrue ? Exact.Abs(distance) : Exact.Abs(distance / number)).ToDouble();
}
