using System.Collections.Immutable;

namespace ParityNet.Parity.Diagnosis;

/// <summary>How well a hypothesis fits the answers, output by output.</summary>
/// <param name="failing">The outputs with wrong answers.</param>
/// <param name="isStrict">Whether one contradiction is too much; else a twentieth may be what lost digits make of a cancellation.</param>
sealed class FitOutputs(ImmutableArray<string> failing, bool isStrict)
{
    // A formula is named on the evidence of at least so many elements.
    readonly int enough = isStrict ? 5 : 20;

    readonly Dictionary<string, OutputFit> outputs = [];

    public int Agreeing => failing.Sum(output => Of(output).Agreeing);

    /// <summary>Whether it gives every answer, right and wrong ones.</summary>
    public bool HoldsWhole => outputs.Values.All(output => IsHeld(output)) && HoldsInPart;

    /// <summary>Whether it gives every answer of the outputs that fail.</summary>
    public bool HoldsInPart => failing.Length > 0 && HoldsOn(failing);

    /// <summary>Whether an output that fails may still be explained.</summary>
    public bool IsAlive => failing.Any(output => IsHeld(Of(output), spared: isStrict ? 0 : 3));

    /// <summary>The share of answers, where the hypothesis and the right formula differ, that are the hypothesis's.</summary>
    public double Share
    {
        get
        {
            int agreeing = Agreeing, all = agreeing + failing.Sum(output => Of(output).Contradicting);
            return all == 0 ? 0 : (double)agreeing / all;
        }
    }

    /// <summary>Whether it gives every answer of some outputs.</summary>
    public bool HoldsOn(IEnumerable<string> some) => some.All(output => Of(output) is { Agreeing: > 0 } one && IsHeld(one))
        && some.Sum(output => Of(output).Agreeing) >= enough;

    bool IsHeld(OutputFit output, int spared = 0) => output.Contradicting <= spared + (isStrict ? 0 : output.Agreeing / 19);

    public OutputFit Of(string output) => outputs.TryGetValue(output, out OutputFit? fit) ? fit : outputs[output] = new();
}
