using ParityNet.Parity.Cases;
using ParityNet.Parity.Verdicts;

namespace ParityNet.Cli.Replays;

/// <summary>A case that was run again.</summary>
/// <param name="Case">The case.</param>
/// <param name="Judgement">The verdicts.</param>
/// <param name="Findings">One per element.</param>
sealed record Replay(Case Case, Judgement Judgement, IReadOnlyList<Finding> Findings)
{
    /// <summary>Runs a case.</summary>
    /// <param name="about">The case.</param>
    /// <param name="judge">The judge.</param>
    public static Replay Of(Case about, Judge judge)
    {
        var findings = new List<Finding>();
        Judgement judgement = about switch
        {
            Case<float> single => judge.Of(single, findings),
            Case<double> wide => judge.Of(wide, findings),
            _ => throw new InvalidOperationException($"{about.GetType().Name} must be a case of an element type."),
        };
        return new Replay(about, judgement, findings);
    }
}
