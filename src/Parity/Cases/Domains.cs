using ParityNet.Losses;

namespace ParityNet.Parity.Cases;

/// <summary>The domains of arguments and slots.</summary>
static class Domains
{
    public static Domain Of(FunctionSpec spec, string operand) => (spec, operand) switch
    {
        (_, "pos_weight") or (LossSpec, "weight") => Domain.NotNegative,
        (BinaryCrossEntropy, _) or (BinaryCrossEntropyWithLogits, "target") => Domain.UnitInterval,
        (CrossEntropy, "target") => Domain.UnitInterval,
        (SigmoidFocal or Sparsemax, "target") => Domain.UnitInterval,
        (Hinge or SquaredHinge or PerceptronLoss or HingeEmbedding or SoftMargin, "target") => Domain.Sign,
        (PoissonNegativeLogLikelihood, "target") or (PoissonNegativeLogLikelihood { LogInput: false }, "input") => Domain.NotNegative,
        (NegativeLogLikelihood, "input") or (KullbackLeibler, "input") => Domain.LogProbability,
        (KullbackLeibler { LogTarget: true }, "target") => Domain.LogProbability,
        (KullbackLeibler, "target") => Domain.UnitInterval,
        _ => Domain.Any,
    };

    /// <summary>Slots that add up squares, or average them, are never negative.</summary>
    public static Domain OfSlot(string slot) =>
        slot.Contains("sq", StringComparison.Ordinal) || slot.StartsWith("acc_", StringComparison.Ordinal) || slot == "sum"
            ? Domain.NotNegative
            : Domain.Any;
}
