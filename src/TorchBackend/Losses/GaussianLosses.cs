namespace ParityNet.Torch;

/// <summary>PyTorch's Gaussian negative log-likelihood in tensor arithmetic, in the order of operations of its own source.</summary>
/// <remarks>TorchSharp's function has no gradient with respect to the variance and sums the features of each row.</remarks>
static class GaussianLosses
{
    public static Tensor Of(GaussianNegativeLogLikelihood spec, TorchArguments a)
    {
        Tensor variance = a["var"]!.reshape([.. spec.Aligned("var", Lengths(a["var"]!), Lengths(a.Input))]).clone();
        // Clamped under no_grad, as in PyTorch, so that the gradient ignores the bound.
        using (torch.no_grad())
            variance.clamp_min_(Held(spec.Epsilon));
        Tensor loss = Held(0.5) * variance.log().Plus((a.Input - a.Target).pow(Held(2)) / variance);
        return spec.Full ? loss.Plus(0.5 * Math.Log(2 * Math.PI)) : loss;
    }
}
