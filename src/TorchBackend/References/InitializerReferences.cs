using ParityNet.Initializers;
using ParityNet.References;
using static ParityNet.Torch.References.CalledInitializer;
using Init = TorchSharp.torch.nn.init;

namespace ParityNet.Torch.References;

/// <summary>The initializers of <c>torch.nn.init</c>, with options and without.</summary>
static class InitializerReferences
{
    const string Name = "torch.nn.init.";

    public static IEnumerable<Reference> All =>
    [
        Of<Uniform>(Name + "uniform_", s => x => Init.uniform_(x, s.Low, s.High)),
        Plain(Name + "uniform_", new Uniform(), x => Init.uniform_(x)),
        Of<Normal>(Name + "normal_", s => x => Init.normal_(x, s.Mean, s.StandardDeviation)),
        Plain(Name + "normal_", new Normal(), x => Init.normal_(x)),
        Of<TruncatedNormal>(Name + "trunc_normal_", s => x => Init.trunc_normal_(x, s.Mean, s.StandardDeviation, s.Low, s.High)),
        Plain(Name + "trunc_normal_", new TruncatedNormal(), x => Init.trunc_normal_(x)),
        Of<XavierUniform>(Name + "xavier_uniform_", s => x => Init.xavier_uniform_(x, s.Gain)),
        Plain(Name + "xavier_uniform_", new XavierUniform(), x => Init.xavier_uniform_(x)),
        Of<XavierUniform>(Name + "glorot_uniform_", s => x => Init.glorot_uniform_(x, s.Gain)),
        Of<XavierNormal>(Name + "xavier_normal_", s => x => Init.xavier_normal_(x, s.Gain)),
        Plain(Name + "xavier_normal_", new XavierNormal(), x => Init.xavier_normal_(x)),
        Of<XavierNormal>(Name + "glorot_normal_", s => x => Init.glorot_normal_(x, s.Gain)),
        Of<KaimingUniform>(Name + "kaiming_uniform_",
            s => Of(s.Nonlinearity) is { } kind ? x => Init.kaiming_uniform_(x, s.NegativeSlope, Of(s.Mode), kind) : null),
        Plain(Name + "kaiming_uniform_", new KaimingUniform(), x => Init.kaiming_uniform_(x)),
        Of<KaimingNormal>(Name + "kaiming_normal_",
            s => Of(s.Nonlinearity) is { } kind ? x => Init.kaiming_normal_(x, s.NegativeSlope, Of(s.Mode), kind) : null),
        Plain(Name + "kaiming_normal_", new KaimingNormal(), x => Init.kaiming_normal_(x)),
        Of<ConstantValue>(Name + "constant_", s => x => Init.constant_(x, s.Value)),
        Plain(Name + "ones_", new ConstantValue(1), x => Init.ones_(x)),
        Plain(Name + "zeros_", new ConstantValue(0), x => Init.zeros_(x)),
        Of<Orthogonal>(Name + "orthogonal_", s => x => Init.orthogonal_(x, s.Gain)),
        Plain(Name + "orthogonal_", new Orthogonal(), x => Init.orthogonal_(x)),
    ];

    static Init.FanInOut Of(FanMode mode) => mode == FanMode.FanIn ? Init.FanInOut.FanIn : Init.FanInOut.FanOut;

    static Init.NonlinearityType? Of(Nonlinearity nonlinearity) => nonlinearity switch
    {
        Nonlinearity.Linear => Init.NonlinearityType.Linear,
        Nonlinearity.Conv1d => Init.NonlinearityType.Conv1D,
        Nonlinearity.Conv2d => Init.NonlinearityType.Conv2D,
        Nonlinearity.Conv3d => Init.NonlinearityType.Conv3D,
        Nonlinearity.ConvTranspose1d => Init.NonlinearityType.ConvTranspose1D,
        Nonlinearity.ConvTranspose2d => Init.NonlinearityType.ConvTranspose2D,
        Nonlinearity.ConvTranspose3d => Init.NonlinearityType.ConvTranspose3D,
        Nonlinearity.Sigmoid => Init.NonlinearityType.Sigmoid,
        Nonlinearity.Tanh => Init.NonlinearityType.Tanh,
        Nonlinearity.Relu => Init.NonlinearityType.ReLU,
        Nonlinearity.LeakyRelu => Init.NonlinearityType.LeakyReLU,
        _ => null,
    };
}
