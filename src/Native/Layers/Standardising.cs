using ParityNet.Native.Losses;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Layers;

/// <summary>Numbers as multiples of their deviation from their mean, and the way back; all in <c>double</c>.</summary>
/// <remarks>Distances to the mean are kept, so that nothing cancels where the mean is large.</remarks>
sealed unsafe class Standardising(int count, double epsilon, Plan plan)
{
    readonly double[] distances = new double[count], slopes = new double[count];

    /// <summary>Receives the numbers, and then holds their distances to the mean.</summary>
    public Span<double> Distances => distances;

    /// <summary>Receives the gradient of the multiples.</summary>
    public Span<double> Slopes => slopes;

    /// <summary>The mean of the numbers, or the one that was given.</summary>
    public double Mean { get; private set; }

    /// <summary>The sum of squared distances.</summary>
    public double Squares { get; private set; }

    /// <summary>1/√(σ² + ε).</summary>
    public double Factor { get; private set; }

    /// <summary>Turns numbers into distances to their mean.</summary>
    public void Start()
    {
        Mean = Sum(distances) / count;
        for (int i = 0; i < count; i++)
            distances[i] -= Mean;
        Squares = Dot.Of(distances, distances, plan);
        Factor = 1 / Math.Sqrt(Squares / count + epsilon);
    }

    /// <summary>Turns numbers into distances to a given mean.</summary>
    public void Start(double mean, double variance)
    {
        Mean = mean;
        for (int i = 0; i < count; i++)
            distances[i] -= mean;
        Factor = 1 / Math.Sqrt(variance + epsilon);
    }

    /// <summary>Turns the gradient of the multiples into that of the numbers.</summary>
    public void Back()
    {
        double average = Sum(slopes) / count, along = Dot.Of(slopes, distances, plan) * Factor * Factor / count;
        for (int i = 0; i < count; i++)
            slopes[i] = (slopes[i] - average - distances[i] * along) * Factor;
    }

    double Sum(double[] terms)
    {
        fixed (double* first = terms)
            return Sums.Run<double, Sequence>(new(first), count, plan);
    }
}
