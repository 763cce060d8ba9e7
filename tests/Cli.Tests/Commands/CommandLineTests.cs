namespace ParityNet.Cli.Tests.Commands;

public class CommandLineTests
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "", "expected report or check or list" },
        { "reprot", "expected one near report" },
        { "report --sed 1", "expected one near --seed" },
        { "report --seed one", "expected a whole number from 0 to 18446744073709551615, got one" },
        { "report --cases 0", "expected a whole number from 1 to 2147483647, got 0" },
        { "report --cases 99999999999", "expected a whole number from 1 to 2147483647, got 99999999999" },
        { "report --cases", "--cases must be given with a value: expected --cases <n>, got none" },
        { "report --seed 1 --seed 2", "--seed must be given once: expected one value, got 1 and 2" },
        { "report --ops huber", "expected one near huber_loss" },
        { "report --ops losse", "expected one near losses" },
        { "report --backends native,native", "expected native once" },
        { "report --backends natve", "expected one near native, got natve" },
        { "report --dtype float16", "expected float32 or float64" },
        { "check", "check must be told what to check" },
        { "check hubr_loss", "expected one near huber_loss" },
        { "check huber_loss more", "got more" },
        { "list loss", "list must be given nothing else: expected options, got loss" },
        { "eval --backend touch", "expected one near torch, got touch" },
        { "train", "csv must be given: expected train <csv>, got none" },
        { "train a.csv", "a.csv must be a CSV file: expected a file that can be read, got none of that name." },
        { "train --target y", "csv must be given: expected train <csv>, got none" },
        { "check --caess 3", "option must be one that check has: expected one near --cases, got --caess." },
        { "check mse_loss --caess=3", "option must be one that check has: expected one near --cases, got --caess." },
        { "check mse_loss --backend native", "option must be one that check has: expected one near --backends, got --backend." },
        { "predict", "network must be given: expected predict <network>, got none" },
        { "predict a.net b.csv", "a.net must be a saved training: expected a file, got none of that name." },
        { "train a.csv --target y --validation 1", "expected a number between 0 and 1" },
        { "train a.csv --target y --task ranking", "expected auto or regression or classification" },
        { "train a.csv --target y --hidden 8,zero", "expected whole numbers of at least 1, got 8,zero" },
        { "replay", "case must be given: expected replay <case>, got none" },
        { "audit", "library must be given: expected audit <library>, got none" },
        { "audit nothing", "library must be one that can be audited: expected torchsharp, got nothing" },
        { "audit torchsharp more", "audit must be given nothing else: expected library or options, got more" },
        { "blind --seeds 1 --settled absent/file", "--settled must be a file in a folder that there is: expected one, got absent/file" },
        { "accuracy cosine", "expected" },
        { "accuracy --backend dotnett", "expected one near dotnet, got dotnett" },
        { "accuracy --backend dotnet erf", "function must be one that dotnet has in float32" },
        { "accuracy --dtype float64 normalcdf", "function must be one that native has in float64" },
        { "accuracy --dtype float16", "expected float32 or float64, got float16" },
        { "accuracy --dtype float64 --points 0", "expected a whole number from 1 to 2147483647, got 0" },
        { "accuracy --points 5", "--points must come with --dtype float64: expected --step, got --points 5" },
        { "accuracy --dtype float64 --step 3", "expected --points, got --step 3" },
        { "accuracy --dtype float64 --hash", "expected none, got --hash" },
        { "accuracy --stride 2", "--stride must come with --backend torch: expected none, got 2" },
        { "@arguments", "got @arguments" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task A_mistake_gets_one_sentence(string line, string containing) =>
        (await Ran.Of(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).IsOneSentence(containing);

    [Theory, InlineData("--ops", "names"), InlineData("--backends", "names"), InlineData("--dtype", "types")]
    public async Task An_empty_list_gets_one_sentence_and_runs_nothing(string option, string values)
    {
        foreach (string empty in (string[])["", ","])
            (await Ran.Of("report", option, empty)).IsOneSentence($"{option} must be of its kind: expected {values} with commas between, got none.");
    }

    [Theory, InlineData("--help"), InlineData("--version"), InlineData("report --help"), InlineData("train --help")]
    public async Task Help_and_version_are_no_mistakes(string line)
    {
        Ran ran = await Ran.Of(line.Split(' '));
        Assert.Equal(0, ran.ExitCode);
        Assert.NotEmpty(ran.Output);
        Assert.Empty(ran.Error);
    }

    [Fact]
    public async Task A_process_says_its_sentence_and_ends_with_2()
    {
        using var tool = new ToolProcess("check", "hubr_loss");
        string error = await tool.Error.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal("name must be a known op: expected one near huber_loss, got hubr_loss.\n", error);
        Assert.Equal(2, await tool.ExitCode());
    }
}
