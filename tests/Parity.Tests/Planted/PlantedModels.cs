using System.Collections.Immutable;
using ParityNet.Activations;
using ParityNet.Layers;
using ParityNet.Models;
using ParityNet.Parity.Planted;

namespace ParityNet.Parity.Tests.Planted;

/// <summary>Mistakes in networks.</summary>
static class PlantedModels
{
    public static ImmutableArray<PlantedError> All { get; } =
    [
        Of("dropout in evaluation", (of, _) => of(true).Select(stage => stage.Function is BatchNorm ? Calm(stage) : stage)),
        Of("no dropout in training", (of, training) => of(training).Where(stage => stage.Function is not Dropout)),
        Of("running statistics in training", (of, training) => of(training).Select(Calm)),
        Of("statistics of the batch in evaluation", (of, _) => of(true).Where(stage => stage.Function is not Dropout)),
        Of("running statistics stand still", (of, training) => of(training).Select(stage => stage with { Statistics = null })),
        Of("the share of a batch is ½ always", (of, training) =>
            of(training).Select(stage => stage.Statistics is null ? stage : stage with { Statistics = new(0.5) })),
        Of("no normalisation", (of, training) => of(training).Select(stage => stage.Function is BatchNorm or LayerNorm
            ? stage with { Function = new LayerNorm([4], 1e6) } : stage)),
        Of("no activation", (of, training) => of(training).Select(stage => stage.Function is ReLU or Tanh ? stage with { Function = new Identity() }
            : stage)),
    ];

    static PlantedError Of(string name, Func<Func<bool, ImmutableArray<Stage>>, bool, IEnumerable<Stage>> stages) =>
        new(name, "perceptron", right => new OtherStages(right, stages));

    static Stage Calm(Stage stage) => stage.Function is BatchNorm norm ? stage with { Function = norm with { Training = false } } : stage;
}
