using System.Text;
using System.Text.Json;
using ParityNet.Cli.Commands;
using ParityNet.Native;
using ParityNet.Parity;
using ParityNet.Parity.Cases;

namespace ParityNet.Cli.Tests.Workers;

/// <summary>Pairs of a request and an answer are judged as a worker's answers are.</summary>
public class JudgeTests
{
    const string Huber = """{"id":7,"op":"loss","name":"huber_loss","dtype":"float64","inputs":{"input":{"shape":[2],"data":[0.5,3]},"target":{"shape":[2],"data":[0,0]}}}""";

    const string Adam = """{"id":1,"op":"optimizer","name":"adam","dtype":"float64","params":[{"shape":[1],"data":[1]}],"grads":[[{"shape":[1],"data":[0.5]}],[{"shape":[1],"data":[-2]}]],"state":true}""";

    [Theory]
    [InlineData(Huber)]
    [InlineData(Adam)]
    [InlineData("""{"id":1,"op":"activation","name":"gelu","inputs":{"input":{"shape":[2],"data":[-2,3]}},"cotangent":{"shape":[2],"data":[2,0.5]}}""")]
    [InlineData("""{"id":1,"op":"schedule","name":"cosine_annealing_lr","options":{"T_max":10},"lr":0.1,"steps":12}""")]
    [InlineData("""{"id":1,"op":"schedule","name":"reduce_lr_on_plateau","options":{"patience":0},"lr":1,"metrics":[1,1,0.5,1]}""")]
    public void Answers_of_eval_are_inside(string request)
    {
        (int code, JsonElement verdict) = Judge(request, new EvalSession(new NativeBackend()).Answer(request));

        Assert.Equal("inside", verdict.GetProperty("verdict").GetString());
        Assert.Equal(0, verdict.GetProperty("outside").GetInt64());
        Assert.True(verdict.GetProperty("elements").GetInt64() > 0);
        Assert.Equal(0, code);
    }

    [Fact]
    public void Number_outside_is_shown_with_its_bounds()
    {
        (int code, JsonElement verdict) = Judge(Huber, """{"id":7,"value":{"shape":[],"data":[1.25]},"grads":{"input":{"shape":[2],"data":[0.25,0.5]}}}""");

        JsonElement first = verdict.GetProperty("first");
        Assert.Equal((1, 7, "outside", 1), (code, verdict.GetProperty("id").GetInt32(), verdict.GetProperty("verdict").GetString(), verdict.GetProperty("outside").GetInt32()));
        Assert.Equal(("value", 1.25, 1.3125), (first.GetProperty("quantity").GetString(), first.GetProperty("answered").GetDouble(), first.GetProperty("best").GetDouble()));
        Assert.True(first.GetProperty("low").GetDouble() <= 1.3125 && first.GetProperty("high").GetDouble() >= 1.3125);
    }

    // The second step is right from the first one's answered state, though that is wrong.
    [Fact]
    public void Step_is_judged_from_the_answered_state_before()
    {
        string right = new EvalSession(new NativeBackend()).Answer(Adam);
        string step = """{"id":1,"op":"optimizer","name":"adam","dtype":"float64","params":[{"shape":[1],"data":[1]}],"grads":[[{"shape":[1],"data":[-2]}]],"state":true,"from":{"step":1,"exp_avg":[{"shape":[1],"data":[9]}],"exp_avg_sq":[{"shape":[1],"data":[9]}]}}""";
        var from = (OptimizerCase<double>)CaseReader.Read(step.Replace("\"data\":[1]", "\"data\":[0.5]", StringComparison.Ordinal));
        Parity.Cases.Quantity<double>[] after = [.. from.Run(new NativeBackend())];
        string T(double x) => $"[{{\"shape\":[1],\"data\":[{x:R}]}}]";
        string answer = $$"""{"id":1,"params":[{{T(0.5)}},{{T(after[0].Values[0])}}],"state":[{"exp_avg":{{T(9)}},"exp_avg_sq":{{T(9)}}},{"exp_avg":{{T(after[1].Values[0])}},"exp_avg_sq":{{T(after[2].Values[0])}}}]}""";

        Assert.Equal(0, Judge(Adam, right).Verdict.GetProperty("outside").GetInt64());
        Assert.Equal(3, Judge(Adam, answer).Verdict.GetProperty("outside").GetInt64());
    }

    [Theory]
    [InlineData(Huber, """{"id":7,"skipped":"no time"}""", "skipped", 0)]
    [InlineData(Huber, """{"id":7,"error":{"kind":"backend","message":"boom"}}""", "unanswered", 1)]
    [InlineData(Huber, """{"id":7,"value":{"shape":[2],"data":[1,2]}}""", "unanswered", 1)]
    [InlineData("""{"op":"loss","name":"hubber_loss"}""", "{}", "error", 1)]
    [InlineData("""{"op":"initializer","name":"uniform","shape":[2],"seed":1}""", "{}", "error", 1)]
    public void Other_lines_get_a_verdict_too(string request, string answer, string verdict, int code)
    {
        (int exit, JsonElement said) = Judge(request, answer);

        Assert.Equal((verdict, code), (said.GetProperty("verdict").GetString(), exit));
        Assert.NotEmpty(said.GetProperty("message").GetString()!);
    }

    [Fact]
    public void Line_that_is_no_pair_is_an_error_and_the_others_are_judged()
    {
        string good = $$"""{"request":{{Huber}},"answer":{{new EvalSession(new NativeBackend()).Answer(Huber)}}}""";
        using var output = new MemoryStream();

        int code = JudgeCommand.Run(new MemoryStream(Encoding.UTF8.GetBytes($"no JSON\n[]\n{good}\n")), output);

        string[] lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["error", "error", "inside"], lines.Select(line => JsonElement.Parse(line).GetProperty("verdict").GetString()));
        Assert.Equal(1, code);
    }

    static (int Code, JsonElement Verdict) Judge(string request, string answer)
    {
        using var output = new MemoryStream();
        int code = JudgeCommand.Run(new MemoryStream(Encoding.UTF8.GetBytes($$"""{"request":{{request}},"answer":{{answer}}}""")), output);
        return (code, JsonElement.Parse(output.ToArray()));
    }
}
