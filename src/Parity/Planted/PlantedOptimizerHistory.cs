using System.Collections.Immutable;
using ParityNet.Optimizers;
using static ParityNet.Parity.Planted.Published;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes that other systems made about options, memory and groups of optimizers.</summary>
static class PlantedOptimizerHistory
{
    static PlantedError Spec<TSpec>(string name, string op, Func<TSpec, OpSpec> change) where TSpec : OpSpec =>
        new(name, op, right => new OtherSpec(right, spec => spec is TSpec its ? change(its) : spec));

    static PlantedError Grouped(string name, Func<OptimizerSpec, OptimizerSpec> change) =>
        Spec<Groups>(name, "groups", s => s with { Optimizers = [.. s.Optimizers.Select(change)] });

    static PlantedError Way(string name, string op, CarelessOptimizer.Way way) =>
        new(name, op, right => new CarelessOptimizer(right, way)) { IsCareless = true };

    static PlantedError Unlooked(string name, string op, params string[] options) =>
        new(name, op, right => new Unchecked(right, options)) { IsCareless = true };

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Grouped("a group of Adamax, NAdam or RAdam has the rate 1 where none is asked for: T-O12", o =>
            o is Adamax { LearningRate: 2e-3 } or NAdam { LearningRate: 2e-3 } or RAdam { LearningRate: 1e-3 }
            ? o with { LearningRate = 1 } : o).After(SharpOptimizer("Adamax"), SharpOptimizer("NAdam"), SharpOptimizer("RAdam")),
        Grouped("a group of RMSprop takes α for ε and ε for α: T-O12", o => o is RmsProp r ? r with { Alpha = r.Epsilon, Epsilon = r.Alpha } : o)
            .After(SharpOptimizer("RMSprop")),
        Grouped("a group of AdamW has no decay where none is asked for: T-O12", o => o is AdamW { WeightDecay: 1e-2 } w ? w with { WeightDecay = 0 }
            : o).After(SharpOptimizer("AdamW")),
        Unlooked("a β of 1 is taken: T-O14", "adamax", "betas").After(SharpOptimizer("Adamax")),
        Unlooked("a β of 1 is taken: T-O14", "nadam", "betas").After(SharpOptimizer("NAdam")),
        Unlooked("a β of 1 is taken: T-O14", "radam", "betas").After(SharpOptimizer("RAdam")),
        Unlooked("any η₋ and η₊ are taken: T-O14", "rprop", "etas").After(SharpOptimizer("Rprop")),
        Unlooked("a negative decay is taken: T-O14", "asgd", "weight_decay").After(SharpOptimizer("ASGD")),
        Way("steps counted in float: T-O15", "adam", CarelessOptimizer.Way.CountsInFloat).After(TorchOptimizer("adam")),
        Way("a state is loaded as the memory of its source: T-O17", "sgd", CarelessOptimizer.Way.StepsInPlace).After(SharpOptimizer("SGD")),
        Way("a state without a buffer yet fails: T-O17", "sgd", CarelessOptimizer.Way.WantsBuffer)
            .After("TorchSharp@c20b6a1cc574d690707638a488d2583f3b8b983f:src/TorchSharp/Optimizers/SGD.cs"),
        Way("Nesterov's direction written into the caller's gradient: P-8", "sgd", CarelessOptimizer.Way.WritesGradients)
            .After(TorchOptimizer("sgd")),
        Way("the decayed gradient written into the caller's: P-8", "adam", CarelessOptimizer.Way.WritesGradients).After(TorchOptimizer("adam")),
        new PlantedError("the mean is a sum, as documented: P-6", "muon", right =>
            new ScaledGradients(right, spec => spec is Muon { Momentum: < 1 } muon ? 1 / (1 - muon.Momentum) : 1)).After(TorchMuon),
        Spec<Adafactor>("decays by 0.01 where none is asked for, as documented: P-6", "adafactor", s => s.WeightDecay == 0
            ? s with { WeightDecay = 1e-2 } : s).After(TorchAdafactor),
    ];
}
