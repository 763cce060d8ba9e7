using System.Globalization;
using System.Text;
using ParityNet.Definitions.Problems;

namespace ParityNet.Minimizers.Tests;

/// <summary>The page docs/minimizers-proof.md: what the minimizers find on published problems, and what is proven about it.</summary>
static class ProofPage
{
    public static string Text()
    {
        var page = new StringBuilder();
        page.Append($"""
            # Minimizers on published problems

            Made by `tests/Minimizers.Tests`, which also asserts it. Answers are not compared with a tolerance: from an answer Newton's method runs in
            multi-precision on the definition, Krawczyk's operator encloses the one stationary point that is in reach, and an interval factorization
            shows that its Hessian is positive definite.

            | verdict | what is proven |
            |---|---|
            | **Certified** | exactly one stationary point in a box that has the answer in it; it is a strict minimum, and the value of the answer is its value to all digits of a double |
            | **ValueCertified** | the Hessian is singular, so the minimizer need not be unique; the value is 0, which squares cannot go below, or the published one |
            | **NotCertified** | nothing |

            ## Moré, Garbow and Hillstrom

            Levenberg–Marquardt as far as a double tells, with tolerances of 0, from the starting point of the paper, from ten times and from a hundred times as far. *f* is the value where it
            ended, *calls* are evaluations of the residuals, *distance* is that of the answer from ×1 to the certified minimizer, relative to the variable. A value in
            *italics* is a published local minimum that is not the global one.


            """);
        foreach (int scale in MoreGarbowHillstrom.Scales)
        {
            var answers = MoreGarbowHillstrom.From(scale);
            page.AppendLine(Invariant($"- ×{scale}: {answers.Count(a => a.IsSolved)} of 35 solved, SciPy's `least_squares(method=\"lm\")` {answers.Count(a => a.IsSolvedByScipy)}."));
        }

        page.Append("\n| problem | *n* | ×1: *f* | calls | verdict | distance | ×10: *f* | calls | ×100: *f* | calls |\n|---|--:|--:|--:|---|--:|--:|--:|--:|--:|\n");
        foreach (var answers in MoreGarbowHillstrom.All.GroupBy(answer => answer.Problem))
        {
            MoreGarbowHillstrom.Answer[] by = [.. answers];
            page.AppendLine(Invariant(
                $"| `{answers.Key.Name}` | {answers.Key.Variables} | {Value(by[0])} | {by[0].Run.Result.Evaluations.Value} | {by[0].Certificate.Certainty} | {Distance(by[0].Certificate)} | {Value(by[1])} | {by[1].Run.Result.Evaluations.Value} | {Value(by[2])} | {by[2].Run.Result.Evaluations.Value} |"));
        }

        Failures(page);
        Nist(page);
        Constrained(page);
        Methods(page);
        return page.ToString().ReplaceLineEndings("\n");
    }

    static void Failures(StringBuilder page)
    {
        page.AppendLine("\nNot solved:\n");
        foreach (var answer in MoreGarbowHillstrom.All.Where(answer => !answer.IsSolved))
            page.AppendLine(Invariant($"- `{answer.Problem.Name}` ×{answer.Scale}: {answer.Run.Result.Explanation} {answer.Certificate.Reason}"));
    }

    static void Nist(StringBuilder page)
    {
        page.Append("""

            ## NIST

            Nonlinear regression, with certified values of eleven digits. *Digits* are −log₁₀ of the largest relative error of a parameter, from the far and from
            the near start. `tests/Definitions.Tests` derives all certified digits again, by Newton's method in multi-precision with an enclosure.

            | set | parameters | observations | digits, far start | calls | digits, near start | calls |
            |---|--:|--:|--:|--:|--:|--:|

            """);
        foreach (Problem problem in ProblemCatalog.Nist)
        {
            MinimizerResult<double> far = LeastSquaresTests.Fitted(problem, 0), near = LeastSquaresTests.Fitted(problem, 1);
            int observations = problem.Objective.Residuals!([.. problem.Starts[1]]).Length;
            page.AppendLine(Invariant(
                $"| {problem.Title} | {problem.Variables} | {observations} | {LeastSquaresTests.Digits(problem, far):0.0} | {far.Evaluations.Value} | {LeastSquaresTests.Digits(problem, near):0.0} | {near.Evaluations.Value} |"));
        }
    }

    static void Constrained(StringBuilder page)
    {
        page.Append("""

            ## Hock and Schittkowski

            The interior point method with its defaults. *Certified* has one solution of the first-order (KKT) conditions enclosed, with positive multipliers and slack
            constraints proven, and the Hessian of the Lagrangian positive definite on the tangents.

            | problem | *f* | published | KKT residual | steps | stopped | verdict |
            |---|--:|--:|--:|--:|---|---|

            """);
        foreach (var answer in HockSchittkowski.All)
        {
            page.AppendLine(Invariant(
                $"| `{answer.Problem.Name}` | {answer.Result.Value:G9} | {answer.Problem.Minima[0].Value.Value:G9} | {answer.Result.GradientNorm:0.0E+0} | {answer.Result.Iterations} | {answer.Result.Stopped} | {answer.Certificate?.Certainty.ToString() ?? "no multipliers"} |"));
        }
    }

    static void Methods(StringBuilder page)
    {
        page.Append($"""

            ## Beside SciPy and MathNet

            The same problems, starts and analytic gradients. *Calls* are evaluations of the value until f − f\* is at most 10⁻⁸ of f₀ − f\*, with f\* the certified minimum
            that the run ends at, from the logs of both; *ratio* is the median over the problems that both solve from ×1. SciPy {ScipyRun.Version}, MathNet.Numerics 5.0.0.

            | method | solved ×1, ×10, ×100 | SciPy | solved ×1, ×10, ×100 | ratio of calls | MathNet, solved ×1 |
            |---|---|---|---|--:|--:|

            """);
        foreach (MethodComparison.Row row in MethodComparison.All)
            page.AppendLine(Invariant($"| `{row.Ours}` | {string.Join(", ", row.Solved)} | `{row.Scipy}` | {string.Join(", ", row.SolvedByScipy)} | {row.Ratio:0.00} | {row.MathNet?.ToString(CultureInfo.InvariantCulture) ?? "—"} |"));
    }

    static string Value(MoreGarbowHillstrom.Answer answer)
    {
        string value = answer.Run.Result.Value.ToString(answer.Run.Result.Value < 1e-9 ? "0E+0" : "G6", CultureInfo.InvariantCulture);
        return !answer.IsSolved ? value + " ✗" : answer.Certificate.Published == answer.Problem.Minima[0] ? value : $"*{value}*";
    }

    static string Distance(Certificate certificate) =>
        certificate.Certainty == Certainty.Certified ? certificate.Distance.ToString("0.0E+0", CultureInfo.InvariantCulture) : "";

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
