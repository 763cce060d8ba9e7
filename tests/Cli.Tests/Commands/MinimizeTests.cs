using System.Text.Json;
using ParityNet.Native;
using ParityNet.Parity;

namespace ParityNet.Cli.Tests.Commands;

public class MinimizeTests
{
    [Fact]
    public void Eval_minimizes_a_problem_and_proves_the_answer()
    {
        JsonElement answer = Ask("""{"id": 6, "op": "minimize", "name": "bfgs", "dtype": "float64", "problem": "rosenbrock", "x0": {"shape": [2], "data": [-1.2, 1]}, "trace": true}""");

        Assert.Equal("gradient_norm", answer.GetProperty("stopped").GetString());
        Assert.Equal("certified", answer.GetProperty("certificate").GetString());
        Assert.Equal(answer.GetProperty("iterations").GetInt32() + 1, answer.GetProperty("trace").GetArrayLength());
        Assert.Equal(answer.GetProperty("x").GetRawText(), answer.GetProperty("trace").EnumerateArray().Last().GetProperty("x").GetRawText());
        Assert.All(answer.GetProperty("x").GetProperty("data").EnumerateArray(), x => Assert.Equal(1, x.GetDouble(), 1e-8));
    }

    [Fact]
    public void Eval_gives_multipliers()
    {
        JsonElement answer = Ask("""{"op": "minimize", "name": "interior_point", "dtype": "float64", "problem": "hs71"}""");

        Assert.Equal("kkt", answer.GetProperty("stopped").GetString());
        Assert.Equal(17.0140173, answer.GetProperty("value").GetDouble(), 1e-6);
        Assert.Equal(2, answer.GetProperty("multipliers").GetProperty("data").GetArrayLength());
        Assert.Equal(4, answer.GetProperty("lower_multipliers").GetProperty("data").GetArrayLength());
    }

    [Theory]
    [InlineData("""{"op": "minimize", "name": "bfgs", "problem": "rosenbroc"}""", "problem must be a known one")]
    [InlineData("""{"op": "minimize", "name": "bfgz", "problem": "rosenbrock"}""", "name must be a known minimizer")]
    [InlineData("""{"op": "minimize", "name": "bfgs", "problem": "hs71"}""", "bfgs must be given an objective without bounds")]
    [InlineData("""{"op": "minimize", "name": "bfgs", "problem": "rosenbrock", "x0": {"shape": [3], "data": [1, 2, 3]}}""", "x0 must hold one number per variable: expected 2, got 3.")]
    public void What_cannot_be_is_refused_in_a_sentence(string request, string start) =>
        Assert.StartsWith(start, Ask(request).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Command_shows_how_a_method_converges()
    {
        Ran ran = await Ran.Of("minimize", "rosenbrock", "--method", "newton:max_iter=50");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("stopped by gradient_norm", ran.Output, StringComparison.Ordinal);
        Assert.Contains("certificate: certified", ran.Output, StringComparison.Ordinal);
        Assert.Contains("o start, x end", ran.Output, StringComparison.Ordinal);
        Assert.Contains("rosenbrock", (await Ran.Of("minimize")).Output, StringComparison.Ordinal);
        (await Ran.Of("minimize", "rosenbrock", "--start", "9")).IsOneSentence("--start must be one that rosenbrock has");
        (await Ran.Of("minimize", "rosenbrock", "--x0", "1,x")).IsOneSentence("--x0 must hold numbers");
        (await Ran.Of("minimize", "rosenbroc")).IsOneSentence("problem must be a known one");
    }

    static JsonElement Ask(string request) => JsonElement.Parse(new EvalSession(new NativeBackend()).Answer(request));
}
