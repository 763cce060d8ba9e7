using System.Collections.Immutable;

namespace ParityNet.Definitions.Problems;

/// <summary>The formulas of the collection of Hock and Schittkowski, by the names in its data file.</summary>
static class HockSchittkowskiProblems
{
    public static ImmutableArray<Problem> All { get; } = [.. ProblemData.Of("hock-schittkowski.json").Select(Of)];

    static Problem Of(ProblemData data)
    {
        ConstrainedFormula formula = Formula(data);
        double[] start = [.. data.Start];
        ImmutableArray<double>? lower = data.Limits("lower", double.NegativeInfinity), upper = data.Limits("upper", double.PositiveInfinity);
        return new(data.Name, data.Title, ProblemFamily.HockSchittkowski, formula, [data.Start], data.Minima)
        {
            Inequalities = formula.Inequalities.Values(Plains(start)).Length > 0 ? formula.Inequalities : null,
            Equalities = formula.Equalities.Values(Plains(start)).Length > 0 ? formula.Equalities : null,
            Bounds = lower is null && upper is null
                ? null
                : new(lower ?? Each(start, double.NegativeInfinity), upper ?? Each(start, double.PositiveInfinity)),
        };
    }

    static Numbers.Plain[] Plains(double[] x) => Array.ConvertAll(x, static number => new Numbers.Plain(number));

    static ImmutableArray<double> Each(double[] x, double limit) => [.. x.Select(_ => limit)];

    static ConstrainedFormula Formula(ProblemData data) => data.Name switch
    {
        "hs1" => new Hs1(),
        "hs2" => new Hs2(),
        "hs3" => new Hs3(),
        "hs4" => new Hs4(),
        "hs5" => new Hs5(),
        "hs6" => new Hs6(),
        "hs7" => new Hs7(),
        "hs9" => new Hs9(),
        "hs10" => new Hs10(),
        "hs11" => new Hs11(),
        "hs12" => new Hs12(),
        "hs13" => new Hs13(),
        "hs14" => new Hs14(),
        "hs15" => new Hs15(),
        "hs16" => new Hs16(),
        "hs17" => new Hs17(),
        "hs18" => new Hs18(),
        "hs19" => new Hs19(),
        "hs20" => new Hs20(),
        "hs21" => new Hs21(),
        "hs22" => new Hs22(),
        "hs23" => new Hs23(),
        "hs24" => new Hs24(),
        "hs26" => new Hs26(),
        "hs27" => new Hs27(),
        "hs28" => new Hs28(),
        "hs29" => new Hs29(),
        "hs30" => new Hs30(),
        "hs31" => new Hs31(),
        "hs32" => new Hs32(),
        "hs33" => new Hs33(),
        "hs34" => new Hs34(),
        "hs35" => new Hs35(),
        "hs36" => new Hs36(),
        "hs37" => new Hs37(),
        "hs39" => new Hs39(),
        "hs40" => new Hs40(),
        "hs42" => new Hs42(),
        "hs43" => new Hs43(),
        "hs48" => new Hs48(),
        "hs50" => new Hs50(),
        "hs51" => new Hs51(),
        "hs52" => new Hs52(),
        "hs53" => new Hs53(),
        "hs60" => new Hs60(),
        "hs63" => new Hs63(),
        "hs65" => new Hs65(),
        "hs71" => new Hs71(),
        "hs76" => new Hs76(),
        "hs77" => new Hs77(),
        "hs78" => new Hs78(),
        "hs79" => new Hs79(),
        "hs80" => new Hs80(),
        "hs100" => new Hs100(),
        "hs113" => new Hs113(),
        _ => throw new InvalidOperationException($"A problem of the data must have a formula: expected one for {data.Name}, got none."),
    };
}
