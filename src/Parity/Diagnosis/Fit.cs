using System.Collections.Immutable;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Diagnosis;

/// <summary>How well a hypothesis fits all that was observed.</summary>
/// <param name="hypothesis">The hypothesis.</param>
/// <param name="failing">The outputs with wrong answers.</param>
/// <param name="failingHalf">The outputs with answers that are wrong in half of their digits.</param>
sealed class Fit(Hypothesis hypothesis, ImmutableArray<string> failing, ImmutableArray<string> failingHalf)
{
    readonly IBackend planted = hypothesis.Plant(new Planted.DefinitionBackend());

    public Hypothesis Hypothesis => hypothesis;

    /// <summary>To the last digits.</summary>
    public FitOutputs Strict { get; } = new(failing, isStrict: true);

    /// <summary>To half of the digits.</summary>
    public FitOutputs Half { get; } = new(failingHalf, isStrict: false);

    /// <summary>Whether an output that fails may still be explained.</summary>
    public bool IsAlive => Strict.IsAlive || Half.IsAlive;

    /// <summary>Whether an answer was the hypothesis's, and not the right one.</summary>
    public bool HasAgreed => Strict.Agreeing + Half.Agreeing > 0;

    /// <summary>Compares the answers of one observation with the hypothesis.</summary>
    public void See(Observation observation, Comparison comparison)
    {
        ImmutableArray<Quantity<double>> predicted;
        try
        {
            predicted = observation.Run(planted);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // The mistake makes no sense for this spec or these arguments.
            return;
        }
        foreach ((string quantity, ImmutableArray<Finding> elements) in observation.ByQuantity)
        {
            if (predicted.FirstOrDefault(p => p.Name == quantity) is not { } own || own.Values.FlattenedLength != elements.Length)
                continue;
            ReadOnlySpan<double> numbers = own.Values.Flat();
            OutputFit strict = Strict.Of(quantity.Split('[')[0]), half = Half.Of(quantity.Split('[')[0]);
            for (int i = 0; i < elements.Length; i++)
            {
                if (!observation.IsTame(elements[i]))
                    continue;
                strict.Add(comparison.Of(elements[i], numbers[i]), observation);
                half.Add(comparison.OfHalf(observation, elements[i], numbers[i]), observation);
            }
        }
    }
}
