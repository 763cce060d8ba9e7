using ParityNet.Definitions.Problems;
using Xunit;

namespace ParityNet.Minimizers.Tests;

public class HockSchittkowskiTests
{
    const int Solved = 50;

    [Fact]
    public void Interior_point_finds_the_published_minimum_of_50_problems() => Assert.True(
        HockSchittkowski.All.Count(answer => answer.IsSolved) >= Solved,
        string.Join('\n', HockSchittkowski.All.Where(answer => !answer.IsSolved).Select(Failure)));

    [Fact]
    public void Where_it_finds_another_one_that_is_a_strict_minimum_too() => Assert.All(
        (string[])["hs2", "hs16", "hs20"], name => Assert.Equal(Certainty.Certified, HockSchittkowski.Of(name).Certificate!.Certainty));

    [Fact]
    public void Where_the_constraint_qualification_fails_there_are_no_multipliers() =>
        Assert.Equal(StopReason.NoMultipliers, HockSchittkowski.Of("hs13").Result.Stopped);

    static string Failure(HockSchittkowski.Answer answer) =>
        $"{answer.Problem.Name}: {answer.Result.Value:R} after {answer.Result.Iterations} steps, {answer.Result.Explanation} {answer.Certificate?.Reason}";
}
