using ParityNet.Models;

namespace ParityNet.Definitions.Models;

// x⁽ˡ⁺¹⁾ = f(x⁽ˡ⁾·Wᵀ + b), optionally with normalization and dropout in between: a chain whose parts have definitions of their own.
sealed class PerceptronDefinition : ChainDefinition
{
    public override Type SpecType => typeof(Perceptron);
}
