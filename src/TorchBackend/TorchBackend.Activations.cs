namespace ParityNet.Torch;

public sealed partial class TorchBackend
{
    internal static Forward ForwardOf(ActivationSpec spec) => spec switch
    {
        Identity => a => a.Input.clone(),
        Sigmoid => a => F.sigmoid(a.Input),
        Activations.Tanh => a => F.tanh(a.Input),
        ReLU => a => F.relu(a.Input),
        LeakyReLU s => a => F.leaky_relu(a.Input, s.NegativeSlope),
        PReLU => a => F.prelu(a.Input, a.Weight!),
        Softmax s => a => F.softmax(a.Input, s.Dimension),
        LogSoftmax s => a => F.log_softmax(a.Input, s.Dimension),
        Softplus s => a => F.softplus(a.Input, s.Beta, s.Threshold),
        Gelu { Approximate: GeluForm.None } => a => F.gelu(a.Input),
        Gelu => a => TanhGelu.Of(a.Input),
        _ => throw Missing(spec, "Activations"),
    };
}
