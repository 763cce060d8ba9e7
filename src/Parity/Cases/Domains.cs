using ParityNet.Losses;

namespace ParityNet.Parity.Cases;

/// <summary>The domains of arguments.</summary>
static class Domains
{
    public static Domain Of(FunctionSpec spec, string operand) => (spec, operand) switch
    {
        (_, "pos_weight") or (LossSpec, "weight") => Domain.NotNegative,
        (BinaryCrossEntropy, _) or (BinaryCrossEntropyWithLogits, "target") => Domain.UnitInterval,
        (CrossEntropy, "target") => Domain.UnitInterval,
        (Hinge, "target") => Domain.Sign,
        (NegativeLogLikelihood, "input") or (KullbackLeibler, "input") => Domain.LogProbability,
        (KullbackLeibler { LogTarget: true }, "target") => Domain.LogProbability,
        (KullbackLeibler, "target") => Domain.UnitInterval,
        _ => Domain.Any,
    };
}
