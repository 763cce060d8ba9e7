namespace ParityNet.Minimizers;

/// <summary>The line searches that <c>torch.optim.LBFGS</c> has.</summary>
public enum LbfgsLineSearch
{
    /// <summary>The strong conditions of Wolfe with <c>c₁ = 10⁻⁴</c>, <c>c₂ = 0.9</c> and at most 25 trial steps.</summary>
    [Option("strong_wolfe")]
    StrongWolfe,
}
