using System.Globalization;
using System.Numerics;
using ParityNet.Initializers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Laws;

namespace ParityNet.Parity.Proving;

/// <summary>Holds an initializer against its distribution, on shapes whose fans differ, or against what is exact about it.</summary>
static class InitializerProof
{
    /// <summary>The probability with which a proof calls a right initializer broken.</summary>
    public const double FalseAlarm = 1e-9;

    // The first has other numbers of outputs, inputs and places; in the others one fan is small, so that one more or less in it shows.
    static readonly nint[][] Shapes = [[64, 32, 8], [1024, 3, 5], [3, 1024, 5]];

    static readonly nint[] Square = [24, 24];

    /// <summary>How what is drawn differs; null where it does not.</summary>
    /// <param name="spec">The initializer.</param>
    /// <param name="draw">Draws the numbers of a shape from a seed.</param>
    /// <param name="seed">The first seed.</param>
    /// <param name="draws">The number of draws of each shape.</param>
    /// <param name="falseAlarm">The probability with which right draws are called wrong.</param>
    /// <param name="elements">Receives the number of numbers.</param>
    public static string? Difference<T>(
        InitializerSpec spec, Func<nint[], ulong, T[]> draw, ulong seed, int draws, double falseAlarm, ref long elements)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (nint[] shape in spec is Orthogonal ? [Square] : Shapes)
        {
            T[][] drawn = new T[draws][];
            for (int i = 0; i < draws; i++)
            {
                drawn[i] = draw(shape, seed + (ulong)i);
                if (drawn[i].Length != Shape.Count(shape))
                    return $"shape {Shape.Text(shape)} must be filled: expected {Shape.Count(shape)} numbers, got {drawn[i].Length}.";
                elements += drawn[i].Length;
            }
            string? wrong = Distribution.Of(spec, shape) is { } law ? Independent(drawn)
                    ?? new DrawTests(law, falseAlarm / (Shapes.Length * DrawTests.Count)).Difference(drawn.SelectMany(one => one).ToArray())
                : drawn.Select(one => InitializerLaws.Difference(Rounded<T>(spec), shape, Array.ConvertAll(one, double.CreateChecked), Unit<T>()))
                    .FirstOrDefault(difference => difference is not null);
            if (wrong is not null)
                return string.Create(CultureInfo.InvariantCulture,
                    $"shape {Shape.Text(shape)}, {draws} {(draws == 1 ? "seed" : "seeds")} from {seed}: {wrong}");
        }
        return null;
    }

    // Draws of several seeds are pooled, which only other numbers may be.
    static string? Independent<T>(T[][] drawn) where T : unmanaged, IFloatingPointIeee754<T> =>
        drawn.Length > 1 && drawn[0].AsSpan().SequenceEqual(drawn[1]) ? "two seeds must draw other numbers: expected others, got the same." : null;

    static InitializerSpec Rounded<T>(InitializerSpec spec) where T : unmanaged, IFloatingPointIeee754<T> =>
        spec is ConstantValue constant ? constant with { Value = double.CreateChecked(T.CreateTruncating(constant.Value)) } : spec;

    static double Unit<T>() => Math.ScaleB(1, typeof(T) == typeof(float) ? -24 : -53);

    /// <summary>The proof of an initializer of one's own.</summary>
    public static Proof Of<T>(InitializerSpec spec, Func<nint[], ulong, T[]> mine, ProofOptions options) where T : unmanaged, IFloatingPointIeee754<T>
    {
        const int Draws = 8;
        string subject = CSharp.Spec(spec), type = ElementType.Name<T>();
        int draws = Math.Clamp(options.Cases, 1, Draws);
        long elements = 0;
        try
        {
            string? wrong = Difference(spec, mine, options.Seed, draws, FalseAlarm, ref elements);
            return wrong is null
                ? new(subject, type, ProofFailure.None, draws, elements, Held(subject, type, elements))
                : new(subject, type, ProofFailure.FormulaDiffers, draws, elements, $"Broken: {subject} in {type}: {wrong}");
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            return new(subject, type, ProofFailure.Throws, draws, elements,
                $"Broken: {subject} in {type}: it cannot be computed: {problem.GetType().FullName}: {problem.Message.Split('\n')[0].TrimEnd()}")
            {
                Problem = problem,
            };
        }
    }

    /// <summary>The verdict on an initializer that holds.</summary>
    public static string Held(string subject, string type, long elements) => FormattableString.Invariant(
        $"Holds: {subject} in {type}, on {elements} numbers: support, moments and distribution are the formula's; a right one is called broken ") +
        FormattableString.Invariant($"with a probability of at most {FalseAlarm:0e-0}.");
}
