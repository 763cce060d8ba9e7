using System.Collections.Immutable;
using ParityNet.Losses;

namespace ParityNet.Parity.Planted;

/// <summary>Mistakes that other systems made in losses, as their reports and files have them.</summary>
static class PlantedLossHistory
{
    const string CrossEntropy = "cross_entropy", Gaussian = "gaussian_nll_loss";

    static PlantedError Change(string name, string op, Func<IBackend, IFunctionChange> change) =>
        new(name, op, right => new OtherFunction(right, op, change(right)));

    static PlantedError Spec<TSpec>(string name, string op, Func<TSpec, OpSpec> change) where TSpec : OpSpec =>
        new(name, op, right => new OtherSpec(right, spec => spec is TSpec its ? change(its) : spec));

    public static ImmutableArray<PlantedError> All { get; } =
    [
        Change("smoothing spread over C − 1 classes", CrossEntropy, right =>
            new OtherSmoothing(right, (e, c) => (1 - e * c / (c - 1), e * c / (c - 1)))).After("fastai#1814"),
        Change("smoothing gives each other class (1 − ε)/C", CrossEntropy, right =>
            new OtherSmoothing(right, (e, _) => (1 - e, 1 - e), derivatives: false)).After("aprender#2199"),
        Change("smoothing counts ignored rows", CrossEntropy, right => new SmoothedIgnored(right)).After("pytorch#73205", "tinygrad#3570"),
        Change("smoothing looks up the weight of an ignored row", CrossEntropy, _ => new WeighsIgnored()).After("pytorch#69339"),
        Change("rows added one after another in float", CrossEntropy, right => new OneByOne(right)).After("pytorch#55657"),
        Change("features added up: T-L2b", Gaussian, right => new RowSums(right)).After(Published.SharpLosses, "pytorch#53964"),
        Change("shapes that do not fit are taken: T-L2c", Gaussian, _ => new FitsAll()).After(Published.SharpLosses) with { IsCareless = true },
        Spec<GaussianNegativeLogLikelihood>("ε is 10⁻⁸ where none is asked for: T-L2c", Gaussian, s => s.Epsilon == 1e-6 ? s with { Epsilon = 1e-8 }
            : s).After(Published.SharpLosses),
        Spec<GaussianNegativeLogLikelihood>("ε rounded to float: T-L6", Gaussian, s => s with { Epsilon = (float)s.Epsilon })
            .After(Published.SharpLosses),
        Spec<PoissonNegativeLogLikelihood>("ε rounded to float: T-L6", "poisson_nll_loss", s => s with { Epsilon = (float)s.Epsilon })
            .After(Published.SharpLosses),
        Spec<HingeEmbedding>("a margin of 0 where none is asked for: T-L4", "hinge_embedding_loss", s => s.Margin == 1 ? s with { Margin = 0 } : s)
            .After(Published.SharpLosses),
        Spec<NegativeLogLikelihood>("no row is ignored: T-L5", "nll_loss", s => s with { IgnoreIndex = -100 }).After(Published.SharpLosses),
    ];
}
