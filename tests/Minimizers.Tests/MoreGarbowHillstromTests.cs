using ParityNet.Definitions.Problems;
using Xunit;

namespace ParityNet.Minimizers.Tests;

public class MoreGarbowHillstromTests
{
    const int Problems = 35, Solved = 33, Certified = 27;

    [Fact]
    public void Levenberg_Marquardt_solves_33_of_35_from_the_standard_start() => Assert.True(
        MoreGarbowHillstrom.From(1).Count(answer => answer.IsSolved) is >= Solved and <= Problems,
        string.Join('\n', MoreGarbowHillstrom.From(1).Where(answer => !answer.IsSolved).Select(Failure)));

    [Fact]
    public void Answers_are_certified_and_where_the_Hessian_is_singular_their_values_are()
    {
        Assert.True(MoreGarbowHillstrom.From(1).Count(answer => answer.Certificate.Certainty == Certainty.Certified) >= Certified);
        Assert.All(
            (string[])["powell_singular", "extended_powell_singular", "linear_rank_one", "linear_rank_one_zeros"],
            name => Assert.Equal(Certainty.ValueCertified, MoreGarbowHillstrom.From(1).Single(answer => answer.Problem.Name == name).Certificate.Certainty));
    }

    static string Failure(MoreGarbowHillstrom.Answer answer) =>
        $"{answer.Problem.Name} ×{answer.Scale}: {answer.Run.Result.Value:R} after {answer.Run.Result.Iterations} steps, {answer.Run.Result.Explanation} {answer.Certificate.Reason}";
}
