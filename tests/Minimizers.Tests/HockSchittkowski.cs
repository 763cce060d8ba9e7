using System.Collections.Immutable;
using ParityNet.Definitions.Problems;
using ParityNet.Native;

namespace ParityNet.Minimizers.Tests;

/// <summary>The interior point method on the problems of Hock and Schittkowski, with the certificates of its answers.</summary>
static class HockSchittkowski
{
    static readonly Lazy<ImmutableArray<Answer>> Computed = new(() => [.. ProblemCatalog.HockSchittkowski.AsParallel().AsOrdered().Select(Of)]);

    public static ImmutableArray<Answer> All => Computed.Value;

    public static Answer Of(string name) => All.Single(answer => answer.Problem.Name == name);

    static Answer Of(Problem problem)
    {
        var result = new NativeBackend().Minimizer<double>(new InteriorPoint()).Minimize(problem.Objective, problem.Starts[0]);
        return new(problem, result, result.Multipliers is { } multipliers ? problem.Certify([.. result.Point], multipliers) : null);
    }

    /// <summary>An answer with its certificate; without multipliers there is none.</summary>
    public sealed record Answer(Problem Problem, MinimizerResult<double> Result, Certificate? Certificate)
    {
        public bool IsSolved => Certificate is { Certainty: Certainty.Certified, Published: not null } || IsNear;

        // Where the minimum is degenerate: the first-order conditions hold, and the value is the published one within what they allow.
        bool IsNear => Result.Stopped == StopReason.Kkt && Problem.Minima.Any(minimum =>
            Math.Abs(Result.Value - minimum.Value.Value) <= new InteriorPoint().Tolerance * Math.Max(1, Math.Abs(minimum.Value.Value)));
    }
}
