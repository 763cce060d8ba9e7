using ParityNet.References;
using TorchSharp.Modules;
using static ParityNet.Torch.References.CalledFunction;
using NN = TorchSharp.torch.nn;

namespace ParityNet.Torch.References;

/// <summary>
/// Activations that TorchSharp has, as functions, modules and methods of tensors, in place and not, with options and without.
/// </summary>
static class ActivationReferences
{
    const string Functional = "torch.nn.functional.", Modules = "torch.nn.", Method = "Tensor.";

    public static IEnumerable<Reference> All =>
    [
        .. Free<Activations.Sigmoid>("sigmoid", "Sigmoid", x => F.sigmoid(x), x => F.sigmoid(x, true), () => NN.Sigmoid(), () => NN.Sigmoid(true),
            x => x.sigmoid(), x => x.sigmoid_()),
        .. Free<Activations.Tanh>("tanh", "Tanh", x => F.tanh(x), x => F.tanh(x, true), () => NN.Tanh(), () => NN.Tanh(true), x => x.tanh(),
            x => x.tanh_()),
        .. Free<Activations.ReLU>("relu", "ReLU", x => F.relu(x), x => F.relu(x, true), () => NN.ReLU(), () => NN.ReLU(true), x => x.relu(),
            x => x.relu_()),
        .. Free<Activations.ReLU6>("relu6", "ReLU6", x => F.relu6(x), x => F.relu6(x, true), () => NN.ReLU6(), () => NN.ReLU6(true), x => x.relu6(),
            x => x.relu6_()),
        .. Free<Activations.Hardsigmoid>("hardsigmoid", "Hardsigmoid", x => F.hardsigmoid(x), x => F.hardsigmoid(x, true), () => NN.Hardsigmoid(),
            () => NN.Hardsigmoid(true), x => x.hardsigmoid(), x => x.hardsigmoid_()),
        .. Free<Activations.Hardswish>("hardswish", "Hardswish", x => F.hardswish(x), x => F.hardswish(x, true), () => NN.Hardswish(),
            () => NN.Hardswish(true), x => x.hardswish(), x => x.hardswish_()),
        .. Free<Selu>("selu", "SELU", x => F.selu(x), x => F.selu(x, true), () => NN.SELU(), () => NN.SELU(true), x => x.selu(), x => x.selu_()),
        .. Free<Silu>("silu", "SiLU", x => F.silu(x), x => F.silu(x, true), () => NN.SiLU(), () => NN.SiLU(true), x => x.silu(), x => x.silu_()),
        .. Free<Activations.Mish>("mish", "Mish", x => F.mish(x), x => F.mish(x, true), () => NN.Mish(), () => NN.Mish(true)),
        .. Free<Activations.Softsign>("softsign", "Softsign", x => F.softsign(x), x => F.softsign(x, true), () => NN.Softsign(),
            () => NN.Softsign(true)),
        .. Free<Activations.Tanhshrink>("tanhshrink", "Tanhshrink", x => F.tanhshrink(x), x => F.tanhshrink(x, true), () => NN.Tanhshrink(),
            () => NN.Tanhshrink(true)),
        .. Free<Activations.LogSigmoid>("logsigmoid", "LogSigmoid", x => F.logsigmoid(x), null, () => NN.LogSigmoid(), null, x => x.log_sigmoid()),
        Plain(Modules + "Identity", new Activations.Identity(), Module(() => NN.Identity())),
        Of<Activations.LeakyReLU>(Functional + "leaky_relu", s => a => F.leaky_relu(a.Input, s.NegativeSlope)),
        Plain(Functional + "leaky_relu", new Activations.LeakyReLU(), a => F.leaky_relu(a.Input)),
        Of<Activations.LeakyReLU>(Functional + "leaky_relu(inplace)", s => InPlace(x => F.leaky_relu(x, s.NegativeSlope, true)), GradientsHeld.None),
        Of<Activations.LeakyReLU>(Modules + "LeakyReLU", s => Module(() => NN.LeakyReLU(s.NegativeSlope))),
        Plain(Modules + "LeakyReLU", new Activations.LeakyReLU(), Module(() => NN.LeakyReLU())),
        Of<Activations.LeakyReLU>(Modules + "LeakyReLU(inplace)", s => InPlace(() => NN.LeakyReLU(s.NegativeSlope, true)), GradientsHeld.None),
        Of<Activations.LeakyReLU>(Method + "leaky_relu", s => a => a.Input.leaky_relu(s.NegativeSlope)),
        Of<Activations.LeakyReLU>(Method + "leaky_relu_", s => InPlace(x => x.leaky_relu_(s.NegativeSlope)), GradientsHeld.None),
        Of<Activations.Hardtanh>(Functional + "hardtanh", s => a => F.hardtanh(a.Input, s.Minimum, s.Maximum)),
        Plain(Functional + "hardtanh", new Activations.Hardtanh(), a => F.hardtanh(a.Input)),
        Of<Activations.Hardtanh>(Functional + "hardtanh(inplace)", s => InPlace(x => F.hardtanh(x, s.Minimum, s.Maximum, true)), GradientsHeld.None),
        Of<Activations.Hardtanh>(Modules + "Hardtanh", s => Module(() => NN.Hardtanh(s.Minimum, s.Maximum))),
        Plain(Modules + "Hardtanh", new Activations.Hardtanh(), Module(() => NN.Hardtanh())),
        Of<Activations.Hardtanh>(Modules + "Hardtanh(inplace)", s => InPlace(() => NN.Hardtanh(s.Minimum, s.Maximum, true)), GradientsHeld.None),
        Of<Activations.Hardtanh>(Method + "hardtanh", s => a => a.Input.hardtanh(s.Minimum, s.Maximum)),
        Of<Activations.Hardtanh>(Method + "hardtanh_", s => InPlace(x => x.hardtanh_(s.Minimum, s.Maximum)), GradientsHeld.None),
        Of<Activations.Threshold>(Functional + "threshold", s => a => F.threshold(a.Input, s.Limit, s.Value)),
        Of<Activations.Threshold>(Functional + "threshold(inplace)", s => InPlace(x => F.threshold(x, s.Limit, s.Value, true)), GradientsHeld.None),
        Of<Activations.Threshold>(Modules + "Threshold", s => Module(() => NN.Threshold(s.Limit, s.Value))),
        Of<Activations.Threshold>(Modules + "Threshold(inplace)", s => InPlace(() => NN.Threshold(s.Limit, s.Value, true)), GradientsHeld.None),
        Of<Activations.Threshold>(Method + "threshold", s => a => a.Input.threshold(s.Limit, s.Value)),
        Of<Activations.Threshold>(Method + "threshold_", s => InPlace(x => x.threshold_(s.Limit, s.Value)), GradientsHeld.None),
        Of<Activations.Hardshrink>(Functional + "hardshrink", s => a => F.hardshrink(a.Input, s.Lambda)),
        Plain(Functional + "hardshrink", new Activations.Hardshrink(), a => F.hardshrink(a.Input)),
        Of<Activations.Hardshrink>(Modules + "Hardshrink", s => Module(() => NN.Hardshrink(s.Lambda))),
        Plain(Modules + "Hardshrink", new Activations.Hardshrink(), Module(() => NN.Hardshrink())),
        Of<Activations.Softshrink>(Functional + "softshrink", s => a => F.softshrink(a.Input, s.Lambda)),
        Plain(Functional + "softshrink", new Activations.Softshrink(), a => F.softshrink(a.Input)),
        Of<Activations.Softshrink>(Modules + "Softshrink", s => Module(() => NN.Softshrink(s.Lambda))),
        Plain(Modules + "Softshrink", new Activations.Softshrink(), Module(() => NN.Softshrink())),
        Of<Elu>(Functional + "elu", s => a => F.elu(a.Input, s.Alpha)),
        Of<Elu>(Functional + "elu(inplace)", s => InPlace(x => F.elu(x, s.Alpha, true)), GradientsHeld.None),
        Of<Elu>(Modules + "ELU", s => Module(() => NN.ELU(s.Alpha))),
        Plain(Modules + "ELU", new Elu(), Module(() => NN.ELU())),
        Of<Elu>(Modules + "ELU(inplace)", s => InPlace(() => NN.ELU(s.Alpha, true)), GradientsHeld.None),
        Of<Elu>(Method + "elu", s => a => a.Input.elu(s.Alpha)),
        Plain(Method + "elu", new Elu(), a => a.Input.elu()),
        Of<Elu>(Method + "elu_", s => InPlace(x => x.elu_(s.Alpha)), GradientsHeld.None),
        Plain(Method + "elu_", new Elu(), InPlace(x => x.elu_()), GradientsHeld.None),
        Of<Celu>(Functional + "celu", s => a => F.celu(a.Input, s.Alpha)),
        Of<Celu>(Functional + "celu(inplace)", s => InPlace(x => F.celu(x, s.Alpha, true)), GradientsHeld.None),
        Of<Celu>(Modules + "CELU", s => Module(() => NN.CELU(s.Alpha))),
        Plain(Modules + "CELU", new Celu(), Module(() => NN.CELU())),
        Of<Celu>(Modules + "CELU(inplace)", s => InPlace(() => NN.CELU(s.Alpha, true)), GradientsHeld.None),
        Of<Celu>(Method + "celu", s => a => a.Input.celu(s.Alpha)),
        Plain(Method + "celu", new Celu(), a => a.Input.celu()),
        Of<Celu>(Method + "celu_", s => InPlace(x => x.celu_(s.Alpha)), GradientsHeld.None),
        Plain(Method + "celu_", new Celu(), InPlace(x => x.celu_()), GradientsHeld.None),
        Of<Activations.Softplus>(Functional + "softplus", s => a => F.softplus(a.Input, s.Beta, s.Threshold)),
        Plain(Functional + "softplus", new Activations.Softplus(), a => F.softplus(a.Input)),
        Of<Activations.Softplus>(Modules + "Softplus", s => Module(() => NN.Softplus(s.Beta, s.Threshold))),
        Plain(Modules + "Softplus", new Activations.Softplus(), Module(() => NN.Softplus())),
        Of<Activations.Softplus>(Method + "softplus", s => a => a.Input.softplus(s.Beta, s.Threshold)),
        Plain(Method + "softplus", new Activations.Softplus(), a => a.Input.softplus()),
        Of<Gelu>(Functional + "gelu", s => a => F.gelu(a.Input, Of(s))),
        Plain(Functional + "gelu", new Gelu(), a => F.gelu(a.Input)),
        Of<Gelu>(Functional + "gelu(inplace)", s => InPlace(x => F.gelu(x, Of(s), true)), GradientsHeld.None),
        Of<Gelu>(Modules + "GELU", s => Module(() => NN.GELU(Of(s)))),
        Plain(Modules + "GELU", new Gelu(), Module(() => NN.GELU())),
        Of<Gelu>(Modules + "GELU(inplace)", s => InPlace(() => NN.GELU(Of(s), true)), GradientsHeld.None),
        Of<Gelu>(Method + "gelu", s => a => a.Input.gelu(Of(s))),
        Plain(Method + "gelu", new Gelu(), a => a.Input.gelu()),
        Of<Gelu>(Method + "gelu_", s => InPlace(x => x.gelu_(Of(s))), GradientsHeld.None),
        Plain(Method + "gelu_", new Gelu(), InPlace(x => x.gelu_()), GradientsHeld.None),
        Of<Activations.RReLU>(Functional + "rrelu", s => s.Training ? null : a => F.rrelu(a.Input, s.Lower, s.Upper)),
        Plain(Functional + "rrelu", new Activations.RReLU(), a => F.rrelu(a.Input)),
        Of<Activations.RReLU>(Functional + "rrelu(inplace)", s => s.Training ? null : InPlace(x => F.rrelu(x, s.Lower, s.Upper, true)),
            GradientsHeld.None),
        Of<Activations.RReLU>(Modules + "RReLU", s => s.Training ? null : Module(() => Evaluating(NN.RReLU(s.Lower, s.Upper)))),
        Plain(Modules + "RReLU", new Activations.RReLU(), Module(() => Evaluating(NN.RReLU()))),
        Of<Activations.RReLU>(Modules + "RReLU(inplace)", s => s.Training ? null : InPlace(() => Evaluating(NN.RReLU(s.Lower, s.Upper, true))),
            GradientsHeld.None),
        Of<Activations.RReLU>(Method + "rrelu", s => s.Training ? null : a => a.Input.rrelu(s.Lower, s.Upper)),
        Of<Activations.RReLU>(Method + "rrelu_", s => s.Training ? null : InPlace(x => x.rrelu_(s.Lower, s.Upper)), GradientsHeld.None),
        Of<Activations.PReLU>(Functional + "prelu", _ => a => F.prelu(a.Input, a.Weight!)),
        Of<Activations.PReLU>(Method + "prelu", _ => a => a.Input.prelu(a.Weight!)),
        Of<Activations.PReLU>(Modules + "PReLU", _ => Own, GradientsHeld.First),
        Of<Glu>(Functional + "glu", s => a => F.glu(a.Input, s.Dimension)),
        Plain(Functional + "glu", new Glu(), a => F.glu(a.Input)),
        Of<Glu>(Modules + "GLU", s => Module(() => NN.GLU(s.Dimension))),
        Plain(Modules + "GLU", new Glu(), Module(() => NN.GLU())),
        Of<Glu>(Method + "glu", s => a => a.Input.glu(s.Dimension)),
        Of<Activations.Softmax>(Functional + "softmax", s => a => F.softmax(a.Input, s.DimensionOf((int)a.Input.dim()))),
        Of<Activations.Softmax>(Modules + "Softmax", s => a => Module(() => NN.Softmax(s.DimensionOf((int)a.Input.dim())))(a)),
        Plain("torch.sigmoid", new Activations.Sigmoid(), a => torch.sigmoid(a.Input)),
        Plain("torch.special.expit", new Activations.Sigmoid(), a => torch.special.expit(a.Input)),
        Plain("torch.tanh", new Activations.Tanh(), a => torch.tanh(a.Input)),
        Plain("torch.sigmoid_", new Activations.Sigmoid(), InPlace(x => torch.sigmoid_(x)), GradientsHeld.None),
        Plain("torch.tanh_", new Activations.Tanh(), InPlace(x => torch.tanh_(x)), GradientsHeld.None),
        Plain("torch.special.sigmoid", new Activations.Sigmoid(), a => torch.special.sigmoid(a.Input)),
        Plain("torch.special.sigmoid_", new Activations.Sigmoid(), InPlace(x => torch.special.sigmoid_(x)), GradientsHeld.None),
        Of<Activations.Softmax>(Method + "softmax", s => a => a.Input.softmax(s.DimensionOf((int)a.Input.dim()))),
        Of<Activations.Softmax>("torch.softmax", s => a => torch.softmax(a.Input, s.DimensionOf((int)a.Input.dim()))),
        Of<Activations.Softmax>("torch.special.softmax", s => a => torch.special.softmax(a.Input, s.DimensionOf((int)a.Input.dim()))),
        Of<Activations.Softmax>(Modules + "Softmax2d", s => Channels(s, x => NN.Softmax2d().call(x))),
        Of<Activations.Softmax>(Functional + "softmax2d", s => Channels(s, F.softmax2d)),
        Of<Activations.LogSoftmax>(Functional + "log_softmax", s => a => F.log_softmax(a.Input, s.DimensionOf((int)a.Input.dim()))),
        Of<Activations.LogSoftmax>(Modules + "LogSoftmax", s => a => Module(() => NN.LogSoftmax(s.DimensionOf((int)a.Input.dim())))(a)),
        Of<Activations.LogSoftmax>("torch.special.log_softmax", s => a => torch.special.log_softmax(a.Input, s.DimensionOf((int)a.Input.dim()))),
        Of<Activations.LogSoftmax>(Method + "log_softmax", s => a => a.Input.log_softmax(s.DimensionOf((int)a.Input.dim()))),
        Of<Activations.Softmin>(Functional + "softmin", s => a => F.softmin(a.Input, s.DimensionOf((int)a.Input.dim()))),
        Of<Activations.Softmin>(Modules + "Softmin", s => a => Module(() => NN.Softmin(s.DimensionOf((int)a.Input.dim())))(a)),
    ];

    // An activation without options, under all its names.
    static IEnumerable<Reference> Free<TSpec>(
        string function, string module, Func<Tensor, Tensor> call, Action<Tensor>? inPlace, Func<torch.nn.Module<Tensor, Tensor>> make,
        Func<torch.nn.Module<Tensor, Tensor>>? makeInPlace = null, Func<Tensor, Tensor>? method = null,
            Action<Tensor>? methodInPlace = null) where TSpec : ActivationSpec, new()
    {
        var spec = new TSpec();
        yield return Plain(Functional + function, spec, a => call(a.Input));
        yield return Plain(Modules + module, spec, Module(make));
        if (inPlace is not null)
            yield return Plain($"{Functional}{function}(inplace)", spec, InPlace(inPlace), GradientsHeld.None);
        if (makeInPlace is not null)
            yield return Plain($"{Modules}{module}(inplace)", spec, InPlace(makeInPlace), GradientsHeld.None);
        if (method is not null)
            yield return Plain(Method + spec.Name, spec, a => method(a.Input));
        if (methodInPlace is not null)
            yield return Plain($"{Method}{spec.Name}_", spec, InPlace(methodInPlace), GradientsHeld.None);
    }

    static GELU.Approximate Of(Gelu spec) => spec.Approximate == GeluForm.None ? GELU.Approximate.none : GELU.Approximate.tanh;

    static torch.nn.Module<Tensor, Tensor> Evaluating(TorchSharp.Modules.RReLU module)
    {
        module.eval();
        return module;
    }

    // The dimension becomes the channels, and all others one row of an image.
    static Forward Channels(Activations.Softmax spec, Func<Tensor, Tensor> softmax) => a =>
    {
        if (a.Input.dim() == 0 || a.Input.numel() == 0)
            throw new NotSupportedException("A picture must have channels and points: expected both, got none.");
        int dimension = spec.DimensionOf((int)a.Input.dim());
        Tensor moved = a.Input.movedim([dimension], [0]);
        return softmax(moved.reshape(moved.shape[0], 1, -1)).reshape(moved.shape).movedim([0], [dimension]);
    };

    static Tensor Own(TorchArguments a)
    {
        using TorchSharp.Modules.PReLU module = torch.nn.PReLU(a.Weight!.shape[0]);
        module.weight = new Parameter(a.Weight.clone());
        return module.call(a.Input);
    }
}
