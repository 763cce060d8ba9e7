using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// I. Loshchilov and F. Hutter, 2019: θ ← θ(1 − ηλ), then Adam with the plain gradient.
sealed class AdamWDefinition : AmsGradDefinition<AdamW>;
