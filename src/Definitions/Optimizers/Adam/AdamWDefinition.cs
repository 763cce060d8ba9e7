using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// I. Loshchilov and F. Hutter, 2019: θ ← θ(1 − ηλ), then Adam with the plain gradient.
sealed class AdamWDefinition : AmsGradDefinition<AdamW>
{
    protected override Host DecayTimes(AdamW spec, Host rate) => !spec.FullyDecoupled ? rate : spec.LearningRate == 0 ? 1 : rate / spec.LearningRate;
}
