using System.Text.Json;
using ParityNet.Reports;

namespace ParityNet.Cli.Tests.Commands;

public class CheckAndReplayTests
{
    const string Case = """{"op":"loss","name":"huber_loss","inputs":{"input":{"shape":[2],"data":[1,3.5]},"target":{"shape":[2],"data":[0.1,2]}},"options":{"reduction":"none"}}""";

    [Fact]
    public async Task Check_shows_verdicts_errors_and_the_worst_case_in_decimal_and_hex()
    {
        Ran ran = await Ran.Of("check", "softplus", "--cases", "20", "--dtype", "float32", "--backends", "native");
        Assert.Equal(0, ran.ExitCode);
        foreach (string part in new[] { "softplus (activation), float32: 20 cases", "inside", "median ULP", "█", "Worst on native", "0x1.", "./paritynet replay '{" })
            Assert.Contains(part, ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_writes_the_report_of_one_op_as_json()
    {
        Ran ran = await Ran.Of("check", "relu", "--cases", "5", "--backends", "native", "--json");
        Assert.Equal(["relu", "relu"], ReportJson.Read(ran.Output).Ops.Select(op => op.Op));
    }

    [Theory]
    [InlineData("relu", "identity")]
    [InlineData("relu,identity")]
    [InlineData("--ops", "relu,identity")]
    public async Task Check_takes_several_ops(params string[] ops)
    {
        Ran ran = await Ran.Of(["check", .. ops, "--cases", "2", "--dtype", "float32", "--backends", "native", "--json"]);
        Assert.Equal(["relu", "identity"], ReportJson.Read(ran.Output).Ops.Select(op => op.Op));
    }

    [Fact]
    public async Task Check_of_nothing_gets_one_sentence() => (await Ran.Of("check")).IsOneSentence("expected the name of an op");

    [Fact]
    public async Task The_worst_case_of_check_can_be_replayed()
    {
        Ran ran = await Ran.Of("check", "softplus", "--cases", "20", "--dtype", "float64", "--backends", "native", "--json");
        CaseReport worst = ReportJson.Read(ran.Output).Ops[0].Worst[0];
        Ran again = await Ran.Of("replay", worst.Request, "--backends", "native");
        Assert.Equal(0, again.ExitCode);
        Assert.Contains($"{worst.Quantity}[{worst.Index}]", again.Output, StringComparison.Ordinal);
        Assert.Contains(worst.Computed[0].Hex, again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_takes_a_file_or_the_case_itself()
    {
        using var folder = new TemporaryFolder();
        Ran inline = await Ran.Of("replay", Case, "--backends", "native", "--json");
        Ran file = await Ran.Of("replay", folder.File("case.json", Case + "\n"), "--backends", "native", "--json");
        Assert.Equal(0, inline.ExitCode);
        Assert.Equal(inline.Output, file.Output);
        JsonElement[] elements = [.. JsonElement.Parse(inline.Output)[0].GetProperty("elements").EnumerateArray()];
        Assert.Equal(["value", "value", "grads.input", "grads.input"], elements.Select(e => e.GetProperty("quantity").GetString()));
        Assert.All(elements, e => Assert.Equal("Inside", e.GetProperty("verdict").GetString()));
        Assert.Equal("0x1p+0", elements[1].GetProperty("native").GetProperty("hex").GetString());
    }

    [Fact]
    public async Task Replay_judges_every_step_of_an_optimizer()
    {
        Ran ran = await Ran.Of("replay", """{"op":"optimizer","name":"adam","params":[{"shape":[1],"data":[1]}],"grads":[[{"shape":[1],"data":[1]}],[{"shape":[1],"data":[2]}],[{"shape":[1],"data":[3]}]]}""", "--backends", "native", "--json");
        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(3, JsonElement.Parse(ran.Output).GetArrayLength());
    }

    [Theory]
    [InlineData("no-such-file", "expected one of the two")]
    [InlineData("no-such-file.json", "the file no-such-file.json does not exist")]
    [InlineData("{", "expected valid JSON")]
    [InlineData("{}", "expected op")]
    [InlineData("""{"op":"loss","name":"mse"}""", "expected one near mse_loss")]
    [InlineData("""{"op":"schedule","name":"step_lr"}""", "op must be one")]
    [InlineData("""{"op":"optimizer","name":"adam","params":[],"grads":[]}""", "expected all its fields")]
    [InlineData("""{"op":"model","name":"perceptron"}""", "widths")]
    public async Task A_case_that_is_none_gets_one_sentence(string given, string containing) =>
        (await Ran.Of("replay", given, "--backends", "native")).IsOneSentence(containing);
}
