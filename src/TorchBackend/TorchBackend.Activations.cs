namespace ParityNet.Torch;

public sealed partial class TorchBackend
{
    internal static Forward ForwardOf(ActivationSpec spec) => spec switch
    {
        Identity => a => a.Input.clone(),
        Sigmoid => a => F.sigmoid(a.Input),
        Activations.Tanh => a => F.tanh(a.Input),
        ReLU => a => F.relu(a.Input),
        LeakyReLU s => a => a.Input.leaky_relu(Held(s.NegativeSlope)),
        ReLU6 => a => F.relu6(a.Input),
        // functional.hardtanh of TorchSharp 0.107 returns its input; the in-place method computes the result.
        Hardtanh s => a => a.Input.clone().hardtanh_(Held(s.Minimum), Held(s.Maximum)),
        Threshold s => a => a.Input.threshold(Held(s.Limit), Held(s.Value)),
        // TorchSharp itself disposes the scalars of these two, after the call.
        Hardshrink s => a => F.hardshrink(a.Input, s.Lambda),
        Softshrink s => a => F.softshrink(a.Input, s.Lambda),
        Hardsigmoid => a => F.hardsigmoid(a.Input),
        Hardswish => a => F.hardswish(a.Input),
        Elu s => a => a.Input.elu(Held(s.Alpha), Held(1.0), Held(1.0)),
        Selu => a => F.selu(a.Input),
        Celu s => a => a.Input.celu(Held(s.Alpha)),
        Silu => a => F.silu(a.Input),
        Mish => a => a.Input * a.Input.Softplus(1, 20).tanh(),
        Softsign => a => a.Input / a.Input.abs().Plus(1),
        Tanhshrink => a => F.tanhshrink(a.Input),
        LogSigmoid => a => F.logsigmoid(a.Input),
        PReLU => a => F.prelu(a.Input, a.Weight!),
        // libtorch's rrelu draws its own noise.
        RReLU { Training: true } => a => F.prelu(a.Input.reshape(1, -1), a["noise"]!.reshape(-1)),
        RReLU s => a => F.rrelu(a.Input, s.Lower, s.Upper),
        Glu s => a => F.glu(a.Input, s.Dimension),
        Softmin s => a => F.softmin(a.Input, s.DimensionOf((int)a.Input.dim())),
        Softmax s => a => F.softmax(a.Input, s.DimensionOf((int)a.Input.dim())),
        LogSoftmax s => a => F.log_softmax(a.Input, s.DimensionOf((int)a.Input.dim())),
        Softplus s => a => a.Input.Softplus(s.Beta, s.Threshold),
        Gelu { Approximate: GeluForm.None } => a => F.gelu(a.Input),
        Gelu => a => TanhGelu.Of(a.Input),
        _ => throw Missing(spec, "Activations"),
    };
}
