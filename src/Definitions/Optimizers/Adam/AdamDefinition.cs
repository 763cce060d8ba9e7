using ParityNet.Optimizers;

namespace ParityNet.Definitions.Optimizers;

// D. P. Kingma and J. Ba, 2015: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η/(1 − β₁ᵗ)·m/(√v/√(1 − β₂ᵗ) + ε).
sealed class AdamDefinition : AmsGradDefinition<Adam>;
