using ParityNet.Optimizers;

namespace ParityNet.Parity.Diagnosis;

/// <summary>Words for options that have values without an order.</summary>
static class OptionSentences
{
    /// <summary>What an implementation does that has this value of an option.</summary>
    public static string Of(OptionInfo option, object value) => value switch
    {
        EpsilonPlacement.Inside => "ε stands under the root, √(v̂ + ε)",
        EpsilonPlacement.Outside => "ε stands outside the root, √v̂ + ε",
        EpsilonPlacement.Uncorrected => "ε is added before the bias correction (ε̂, as in Keras and TensorFlow 1)",
        AmsGradForm.Corrected => "AMSGrad keeps the largest corrected mean square (as in optax)",
        AmsGradForm.Uncorrected => "AMSGrad keeps the largest mean square before its correction",
        MomentumForm.Buffer => "momentum is PyTorch's buffer, b ← μb + g; θ ← θ − ηb",
        MomentumForm.Averaging => "momentum is an average, b ← μb + (1 − μ)g",
        MomentumForm.Velocity => "momentum is a velocity that holds the learning rate, v ← μv + ηg; θ ← θ − v (Keras's)",
        Reduction.Mean => "the mean is taken",
        Reduction.Sum => "the sum is taken, not divided by the number of elements",
        Reduction.BatchMean => "the sum is divided by the length of the batch",
        Reduction.None => "nothing is reduced",
        LogBase.Bits => "logarithms are to base 2",
        LogBase.Nats => "logarithms are natural",
        bool on => option.Property.Name switch
        {
            nameof(Adam.DecoupledWeightDecay) => on ? "weight decay is decoupled from the gradient, as in AdamW"
                : "weight decay is added to the gradient (L2), not decoupled",
            nameof(OptimizerSpec.Maximize) => on ? "the objective is maximized" : "maximize is ignored",
            nameof(Adam.AmsGrad) => on ? "AMSGrad is used" : "AMSGrad is ignored",
            nameof(Sgd.Nesterov) => on ? "Nesterov's momentum is used" : "Nesterov is ignored",
            var name => on ? $"{Words.Snake(name).Replace('_', ' ')} is on" : $"{Words.Snake(name).Replace('_', ' ')} is ignored",
        },
        _ => $"{OptionHypotheses.Label(option)} is {Words.Of(value)}",
    };
}
