using System.Collections.Immutable;
using System.Numerics;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Hypotheses about accuracy: the right formula, computed in the element type in a way that loses digits.</summary>
static class AccuracyHypotheses
{
    // The hypothesis holds on this share of the elements that lost more than two bits, and on so many at least.
    const double Share = 0.95;
    const int Enough = 20;

    /// <summary>How digits are lost, in words; null where no known way explains it.</summary>
    public static string? Of<T>(IEnumerable<Observation> observations) where T : unmanaged, IFloatingPointIeee754<T>
    {
        Observation[] failing = [.. observations.Where(one => one.HasWrongNumber)];
        return Held<T, LogOfSum>(failing) ?? Held<T, ExpMinusOne>(failing) ?? Held<T, Unshifted>(failing) ?? Held<T, Naive>(failing);
    }

    static string? Held<T, TWays>(Observation[] failing) where T : unmanaged, IFloatingPointIeee754<T> where TWays : ICarelessWays
    {
        int all = 0, same = 0;
        foreach (Observation observation in failing)
        {
            ImmutableArray<Defined<Careless<T, TWays>>> defined = ((Case<T>)observation.Case).Define<Careless<T, TWays>>();
            foreach (Finding finding in observation.Findings.Where(observation.IsWrongNumber))
            {
                T answer = T.CreateTruncating(finding.First!.Value);
                T predicted = defined.First(d => d.Name == finding.Quantity).Elements[finding.Index].Value;
                all++;
                same += answer == predicted || T.BitIncrement(answer) == predicted || T.BitDecrement(answer) == predicted ? 1 : 0;
            }
        }
        return all >= Enough && same >= Share * all ? TWays.Words : null;
    }

    struct LogOfSum : ICarelessWays
    {
        public static string Words => "log(1 + x) is taken for log1p(x), which loses the digits of a small x";

        static bool ICarelessWays.LogOfSum => true;
    }

    struct ExpMinusOne : ICarelessWays
    {
        public static string Words => "exp(x) − 1 is taken for expm1(x), which loses the digits of a small x";

        static bool ICarelessWays.ExpMinusOne => true;
    }

    struct Unshifted : ICarelessWays
    {
        public static string Words => "Exponentials are taken without subtracting the largest number first";

        static bool ICarelessWays.Unshifted => true;
    }

    struct Naive : ICarelessWays
    {
        public static string Words => "The formula is computed as it stands, with log(1 + x), exp(x) − 1 and unshifted exponentials";

        static bool ICarelessWays.LogOfSum => true;

        static bool ICarelessWays.ExpMinusOne => true;

        static bool ICarelessWays.Unshifted => true;
    }
}
