using System.Collections.Immutable;

namespace ParityNet.Definitions.Problems;

/// <summary>The formulas of the collection of Moré, Garbow and Hillstrom, by the names in its data file.</summary>
static class MoreGarbowHillstromProblems
{
    // The residuals of the linear functions: twice the variables.
    const int Residuals = 20;

    // The paper has its problems tried from the starting point, from ten times and from a hundred times as far.
    static readonly ImmutableArray<double> Scales = [1, 10, 100];

    public static ImmutableArray<Problem> All { get; } = [.. ProblemData.Of("more-garbow-hillstrom.json").Select(Of)];

    static Problem Of(ProblemData data) => new(
        data.Name,
        data.Title,
        ProblemFamily.MoreGarbowHillstrom,
        new SumOfSquares(Formula(data)),
        [.. Scales.Select(scale => data.Start.Select(x => scale * x).ToImmutableArray())],
        data.Minima);

    static IVectorFormula Formula(ProblemData data) => data.Name switch
    {
        "rosenbrock" or "extended_rosenbrock" => new Rosenbrock(),
        "freudenstein_roth" => new FreudensteinRoth(),
        "powell_badly_scaled" => new PowellBadlyScaled(),
        "brown_badly_scaled" => new BrownBadlyScaled(),
        "beale" => new Beale(),
        "jennrich_sampson" => new JennrichSampson(),
        "helical_valley" => new HelicalValley(),
        "bard" => new Bard(data["y"]),
        "gaussian" => new Gaussian(data["y"]),
        "meyer" => new Meyer(data["y"]),
        "gulf_research" => new GulfResearch(),
        "box" => new Box(),
        "powell_singular" or "extended_powell_singular" => new PowellSingular(),
        "wood" => new Wood(),
        "kowalik_osborne" => new KowalikOsborne(data["y"], data["u"]),
        "brown_dennis" => new BrownDennis(),
        "osborne_1" => new OsborneOne(data["y"]),
        "biggs_exp6" => new Biggs(),
        "osborne_2" => new OsborneTwo(data["y"]),
        "watson" => new Watson(),
        "penalty_1" => new PenaltyOne(),
        "penalty_2" => new PenaltyTwo(),
        "variably_dimensioned" => new VariablyDimensioned(),
        "trigonometric" => new Trigonometric(),
        "brown_almost_linear" => new BrownAlmostLinear(),
        "discrete_boundary_value" => new DiscreteBoundaryValue(),
        "discrete_integral_equation" => new DiscreteIntegralEquation(),
        "broyden_tridiagonal" => new BroydenTridiagonal(),
        "broyden_banded" => new BroydenBanded(),
        "linear_full_rank" => new LinearFullRank(Residuals),
        "linear_rank_one" => new LinearRankOne(Residuals),
        "linear_rank_one_zeros" => new LinearRankOneZeros(Residuals),
        "chebyquad" => new Chebyquad(),
        _ => throw new InvalidOperationException($"A problem of the data must have a formula: expected one for {data.Name}, got none."),
    };
}
