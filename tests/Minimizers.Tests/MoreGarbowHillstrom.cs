using System.Collections.Immutable;
using ParityNet.Definitions.Problems;

namespace ParityNet.Minimizers.Tests;

/// <summary>Levenberg–Marquardt on all problems of Moré, Garbow and Hillstrom, with the certificates of its answers.</summary>
static class MoreGarbowHillstrom
{
    public static readonly ImmutableArray<int> Scales = [1, 10, 100];

    static readonly Lazy<ImmutableArray<Answer>> Computed = new(() =>
    [
        .. ProblemCatalog.MoreGarbowHillstrom
            .SelectMany(problem => Scales.Select((scale, start) => (problem, scale, start)))
            .AsParallel().AsOrdered().Select(of => Of(of.problem, of.scale, of.start)),
    ]);

    public static ImmutableArray<Answer> All => Computed.Value;

    public static IEnumerable<Answer> From(int scale) => All.Where(answer => answer.Scale == scale);

    /// <summary>The certified values of a problem's minima, and those that are published exactly: the global one first.</summary>
    public static double[] MinimaOf(Problem problem) =>
    [
        .. All.Where(answer => answer.Problem == problem && answer.IsSolved).Select(answer => answer.Certificate.Value.ToDouble())
            .Concat(problem.Minima.Where(minimum => !minimum.IsRounded).Select(minimum => minimum.Value.Value)).Distinct().Order(),
    ];

    static Answer Of(Problem problem, int scale, int start)
    {
        // As far as a double tells; the defaults stop at a relative reduction of 10⁻¹².
        Run run = Run.Of(problem, new LevenbergMarquardt(0, 0, 0), start);
        var scipy = ScipyRun.Of(problem.Name, scale, "lm");
        return new(problem, scale, run, problem.Certify([.. run.Result.Point]), Certified(problem, scipy.Point));
    }

    static Certificate? Certified(Problem problem, double[] point) => point.Length > 0 && point.All(double.IsFinite) ? problem.Certify(point) : null;

    /// <summary>An answer with its certificate and that of SciPy's.</summary>
    public sealed record Answer(Problem Problem, int Scale, Run Run, Certificate Certificate, Certificate? Scipy)
    {
        public bool IsSolved => Solves(Certificate);

        public bool IsSolvedByScipy => Scipy is not null && Solves(Scipy);

        // A published minimum, the global one or another, with a proof.
        static bool Solves(Certificate certificate) => certificate is { Certainty: not Certainty.NotCertified, Published: not null };
    }
}
