using ParityNet.References;
using TorchSharp.Modules;
using static ParityNet.Torch.References.CalledFunction;
using NN = TorchSharp.torch.nn;

namespace ParityNet.Torch.References;

/// <summary>Layers that TorchSharp has, as functions and as modules.</summary>
static class LayerReferences
{
    const string Functional = "torch.nn.functional.", Modules = "torch.nn.";

    public static IEnumerable<Reference> All =>
    [
        Of<Layers.Linear>(Functional + "linear", _ => a => a.Weight!.dim() == 1 ? throw Scalar() : F.linear(a.Input, a.Weight, a["bias"])),
        Of<Layers.Linear>(Modules + "Linear",
            _ => a => a.Weight!.dim() == 1 ? throw Scalar() : Own(NN.Linear(Fixed(a.Weight)!, Fixed(a["bias"])), a.Input), GradientsHeld.First),
        Of<Layers.LayerNorm>(Functional + "layer_norm", s => a => F.layer_norm(a.Input, Lengths(s), a.Weight, a["bias"], s.Epsilon)),
        Plain(Functional + "layer_norm", new Layers.LayerNorm([4]), a => F.layer_norm(a.Input, [4], a.Weight, a["bias"])),
        Of<Layers.LayerNorm>(Modules + "LayerNorm",
            s => a => Own(Made(NN.LayerNorm(Lengths(s), s.Epsilon, a.Weight is not null, a["bias"] is not null), a), a.Input), GradientsHeld.First),
        Plain(Modules + "LayerNorm", new Layers.LayerNorm([4]), a => Own(Made(NN.LayerNorm(4), a), a.Input), GradientsHeld.First),
        Of<Layers.GroupNorm>(Functional + "group_norm", s => a => Affine(a) ?? F.group_norm(a.Input, s.NumGroups, a.Weight, a["bias"], s.Epsilon)),
        Plain(Functional + "group_norm", new Layers.GroupNorm(1), a => Affine(a) ?? F.group_norm(a.Input, 1, a.Weight, a["bias"])),
        Of<Layers.BatchNorm>(Functional + "batch_norm", s => a => F.batch_norm(
            a.Input, a["running_mean"]?.clone(), a["running_var"]?.clone(), a.Weight, a["bias"], s.Training, s.Momentum, s.Epsilon)),
        Plain(Functional + "batch_norm", new Layers.BatchNorm(),
            a => F.batch_norm(a.Input, a["running_mean"]?.clone(), a["running_var"]?.clone(), a.Weight, a["bias"])),
        Of<Layers.BatchNorm>(Modules + "BatchNorm1d",
            s => a => Own(Made(NN.BatchNorm1d(Channels(a), s.Epsilon, s.Momentum, HasBoth(a)), s.Training, a), a.Input), GradientsHeld.First),
        Plain(Modules + "BatchNorm1d", new Layers.BatchNorm(true), a => Own(Made(NN.BatchNorm1d(Channels(a), affine: HasBoth(a)), true, a), a.Input),
            GradientsHeld.First),
        Of<Layers.BatchNorm>(Modules + "BatchNorm2d",
            s => a => Reshaped(Made(NN.BatchNorm2d(Channels(a), s.Epsilon, s.Momentum, HasBoth(a)), s.Training, a), a.Input, 4), GradientsHeld.First),
        Of<Layers.BatchNorm>(Modules + "BatchNorm3d",
            s => a => Reshaped(Made(NN.BatchNorm3d(Channels(a), s.Epsilon, s.Momentum, HasBoth(a)), s.Training, a), a.Input, 5), GradientsHeld.First),
        Of<BatchStatistics>(Modules + "BatchNorm1d",
            s => a => Statistics(NN.BatchNorm1d(Channels(a), momentum: s.Momentum, dtype: a.Input.dtype), a)),
        Plain(Modules + "BatchNorm1d", new BatchStatistics(), a => Statistics(NN.BatchNorm1d(Channels(a), dtype: a.Input.dtype), a)),
        Of<Layers.Dropout>(Functional + "dropout", s => a => s.Training && s.P is > 0 and < 1 ? throw Random() : F.dropout(a.Input, s.P, s.Training)),
        Of<Layers.Dropout>(Functional + "dropout(inplace)",
            s => s.Training && s.P is > 0 and < 1 ? null : InPlace(x => F.dropout(x, s.P, s.Training, true)), GradientsHeld.None),
        Of<Layers.Dropout>(Modules + "Dropout(inplace)",
            s => s.Training && s.P is > 0 and < 1 ? null : InPlace(() => InMode(NN.Dropout(s.P, true), s.Training)), GradientsHeld.None),
        Of<Layers.Dropout>(Modules + "Dropout",
            s => a => s.Training && s.P is > 0 and < 1 ? throw Random() : Own(InMode(NN.Dropout(s.P), s.Training), a.Input)),
    ];

    // These cases have no counterpart in TorchSharp and are left out.
    static NotSupportedException Scalar() => new("linear must have rows of weights: expected two dimensions, got one.");

    // PyTorch refuses the same: libtorch fails at the gradient with respect to the bias alone.
    static Tensor? Affine(TorchArguments a) => a.Weight is not null || a["bias"] is null ? null
        : throw new NotSupportedException("group_norm must have a weight where it has a bias: expected both or none, got a bias.");

    static NotSupportedException Random() => new("dropout must not depend on chance: expected a probability of 0 or 1, got one between.");

    static Parameter? Fixed(Tensor? tensor) => tensor is null ? null : new Parameter(tensor.clone());

    static long[] Lengths(Layers.LayerNorm spec) => [.. spec.NormalizedShape.Select(length => (long)length)];

    static TorchSharp.Modules.LayerNorm Made(TorchSharp.Modules.LayerNorm module, TorchArguments a)
    {
        module.to(a.Input.dtype);
        if (a.Weight is { } weight)
            module.weight = Fixed(weight)!;
        if (a["bias"] is { } bias)
            module.bias = Fixed(bias);
        return module;
    }

    static long Channels(TorchArguments a) => a.Input.dim() is 2 or 3
        ? a.Input.shape[1]
        : throw new NotSupportedException($"BatchNorm1d must have two or three dimensions, got {a.Input.dim()}.");

    // The module has both parameters or none.
    static bool HasBoth(TorchArguments a) => (a.Weight is null) == (a["bias"] is null)
        ? a.Weight is not null
        : throw new NotSupportedException("BatchNorm1d must have a weight where it has a bias: expected both or none, got one.");

    static TorchSharp.Modules.BatchNorm Made(TorchSharp.Modules.BatchNorm module, bool training, TorchArguments a)
    {
        module.to(a.Input.dtype);
        if (a.Weight is { } weight)
            (module.weight, module.bias) = (Fixed(weight)!, Fixed(a["bias"]));
        if (a["running_mean"] is { } mean)
            module.running_mean = mean.clone();
        if (a["running_var"] is { } variance)
            module.running_var = variance.clone();
        module.train(training);
        return module;
    }

    static Tensor Statistics(BatchNorm1d module, TorchArguments a)
    {
        using (module)
        {
            (module.running_mean, module.running_var) = (a["running_mean"]!.clone(), a["running_var"]!.clone());
            module.call(a.Input);
            return torch.stack([module.running_mean!, module.running_var!]);
        }
    }

    static TorchSharp.Modules.Dropout InMode(TorchSharp.Modules.Dropout module, bool training)
    {
        module.train(training);
        return module;
    }

    // Additional trailing dimensions of length 1 do not change the result.
    static Tensor Reshaped(torch.nn.Module<Tensor, Tensor> module, Tensor input, int rank) =>
        Own(module, input.reshape([.. input.shape, .. Enumerable.Repeat(1L, rank - (int)input.dim())])).reshape(input.shape);

    static Tensor Own(torch.nn.Module<Tensor, Tensor> module, Tensor input)
    {
        using (module)
            return module.call(input);
    }
}
