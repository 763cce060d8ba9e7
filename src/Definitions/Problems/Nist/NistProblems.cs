using System.Collections.Immutable;

namespace ParityNet.Definitions.Problems;

/// <summary>The models of the NIST Statistical Reference Datasets for nonlinear regression, by the names in their data file.</summary>
static class NistProblems
{
    public static ImmutableArray<Problem> All { get; } = [.. ProblemData.Of("nist.json").Select(Of)];

    static Problem Of(ProblemData data) => new(
        data.Name,
        data.Title,
        ProblemFamily.Nist,
        new SumOfSquares(Formula(data, data["x"], data["y"])),
        [.. data.Lists("starts").Select(start => start.Select(number => number.Value).ToImmutableArray())],
        [new(data.Number("residual_sum_of_squares"), IsRounded: true, [.. data["certified"]])]);

    static IVectorFormula Formula(ProblemData data, DecimalNumber[] x, DecimalNumber[] y) => data.Name switch
    {
        "misra1a" or "boxbod" => new Saturation(x, y),
        "misra1b" => new MisraB(x, y),
        "misra1c" => new MisraC(x, y),
        "misra1d" => new MisraD(x, y),
        "danwood" => new DanielWood(x, y),
        "chwirut2" => new Chwirut(x, y),
        "lanczos1" or "lanczos2" or "lanczos3" => new Lanczos(x, y),
        "mgh09" => new Kowalik(x, y),
        "mgh10" => new MeyerModel(x, y),
        "mgh17" => new OsborneModel(x, y),
        "thurber" or "hahn1" => new RationalOfCubes(x, y),
        "rat42" => new Logistic(x, y),
        "rat43" => new Richards(x, y),
        "eckerle4" => new Eckerle(x, y),
        "bennett5" => new Bennett(x, y),
        "roszman1" => new Roszman(x, y),
        "nelson" => new Nelson(x, data["temperature"], y),
        _ => throw new InvalidOperationException($"A problem of the data must have a formula: expected one for {data.Name}, got none."),
    };
}
