using System.Globalization;
using System.Text;
using System.Text.Json;
using ParityNet.Cli.Options;

namespace ParityNet.Cli.Tests.Training;

public class TrainTests
{
    public static TheoryData<string, string> BadFiles => new()
    {
        { "", "got an empty file" },
        { "\n\n", "got an empty file" },
        { "x,y\n", "expected some below its header, got none" },
        { "x,y\n1,2\n3\n", "expected 2, got 1 in line 3" },
        { "x,y\n1,2,3\n", "expected 2, got 3 in line 2" },
        { "x,y\n1,\"2\n3,4\n", "quotes around whole cells" },
        { "x,y\n1,2\"3\n", "quotes around whole cells, got a stray or open one in line 2" },
        { "x,y\n\"1\"2,3\n", "got a stray or open one in line 2" },
        { "x,,y\n1,2,3\n", "got 1 for training and 0 for validation" },
        { "x,z\n1,2\n", "--target must be a column of" },
        { "x,y\n1,2\n2,3\nthree,4\n4,5\n", "got \"three\" in line 4, column x" },
        { "x,y\n1,2\n,3\n", "got an empty cell in line 3, column x" },
        { "x,y\n1,2\n2,\n", "got an empty cell in line 3, column y" },
        { "x,y\n1,2\nNaN,3\n", "expected a value, got NaN in line 3, column x" },
        { "x,y\n1,2\n2,inf\n3,4\n", "got \"inf\" in line 3, column y" },
        { "x,y\n1,2\n2,3\n3,4\n", "expected at least 2 in each, got 2 for training and 1 for validation" },
        { "x,y\n1,5\n2,5\n3,5\n4,5\n5,5\n6,5\n7,5\n8,5\n9,5\n", "got 1 in y" },
        { "y\n1.5\n2.5\n3\n4\n5\n6\n7\n8\n9\n", "expected a column besides the target" },
        { "x\0,y\n1,2\n", "expected text, got other bytes" },
        { "x,y\n1,2\n1e400,3\n", "expected a finite number, got 1e400 in line 3, column x" },
        { "x,z\n1,2\n", "--target must be a column of {file}: expected x or another of x, z, got y." },
    };

    [Theory, MemberData(nameof(BadFiles))]
    public async Task A_bad_file_gets_one_sentence_and_leaves_nothing(string text, string containing)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("bad.csv", text);
        (await Ran.Of("train", file, "--target", "y", "--backend", "native", "--out", folder.Sub("out"))).IsOneSentence(containing.Replace("{file}", file, StringComparison.Ordinal));
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Files_that_are_none_get_one_sentence()
    {
        using var folder = new TemporaryFolder();
        (await Ran.Of("train", folder.Sub("absent.csv"), "--target", "y")).IsOneSentence("got none of that name");
        (await Ran.Of("train", folder.Path, "--target", "y")).IsOneSentence("got a folder");
        string file = folder.Sub("bytes.csv");
        await File.WriteAllBytesAsync(file, [.. "x,y\n"u8, 0xFF, 0xFE, .. ",1\n"u8], TestContext.Current.CancellationToken);
        (await Ran.Of("train", file, "--target", "y")).IsOneSentence("expected text, got other bytes");
    }

    [Theory]
    [InlineData("--optimizer adm", "expected one near adam")]
    [InlineData("--optimizer adam:beta=1", "expected one near betas")]
    [InlineData("--optimizer adam:eps=-1", "eps must be a finite number of at least 0, got -1")]
    [InlineData("--optimizer sgd:nesterov", "expected an equals sign")]
    [InlineData("--activation swish", "known activation")]
    [InlineData("--schedule step", "expected one near step_lr")]
    [InlineData("--schedule multi_step_lr:milestones=3,gamma=0.5", "milestones must be of its kind: expected a list, got 3")]
    [InlineData("--schedule multi_step_lr:milestones=[3,8],gama=0.5", "expected one near gamma")]
    [InlineData("--lr -1", "at least 0")]
    [InlineData("--normalization group", "expected")]
    [InlineData("--batch-momentum 1.5", "a number from 0 to 1")]
    [InlineData("--dropout -0.1", "a number from 0 to 1")]
    [InlineData("--init kaiming", "expected one near kaiming_")]
    [InlineData("--init xavier_normal:gain=-1", "gain must be a finite number of at least 0, got -1")]
    [InlineData("--l1 -1", "at least 0")]
    [InlineData("--l2 inf", "at least 0")]
    [InlineData("--drop z", "--drop must be a column")]
    [InlineData("--drop y", "--drop must leave the target in")]
    [InlineData("--backend both", "expected")]
    public async Task A_bad_option_gets_one_sentence(string options, string containing)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("good.csv", Line());
        (await Ran.Of(["train", file, "--target", "y", "--out", folder.Sub("out"), .. options.Split(' ')])).IsOneSentence(containing);
        Assert.False(Directory.Exists(folder.Sub("out")));
    }

    [Fact]
    public async Task Words_are_no_target_for_regression()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("words.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"{i},{(i % 2 == 0 ? "yes" : "no")}\n")));
        (await Ran.Of("train", file, "--target", "y", "--task", "regression", "--out", folder.Sub("out"))).IsOneSentence("got words in y");
    }

    [Theory, InlineData("native"), InlineData("native,torch")]
    public async Task A_straight_line_is_learnt(string backends)
    {
        Assert.SkipWhen(backends.Contains("torch") && Backends.Missing("torch") is not null, Backends.Missing("torch") ?? "");
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Line());
        Ran ran = await Ran.Of("train", file, "--target", "y", "--backends", backends, "--dtype", "float64", "--hidden", "none", "--lr", "0.05", "--epochs", "300", "--json", "--out", folder.Sub("out"));
        Assert.Equal(0, ran.ExitCode);
        JsonElement result = JsonElement.Parse(ran.Output);
        Assert.Equal(ran.Output, await File.ReadAllTextAsync(folder.Sub("out/train.json"), TestContext.Current.CancellationToken));
        Assert.Equal(["train.html", "train.json", "train.md"], Directory.EnumerateFileSystemEntries(folder.Sub("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("regression", result.GetProperty("setup").GetProperty("task").GetString());
        Assert.Equal(["constant"], result.GetProperty("setup").GetProperty("dropped").EnumerateArray().Select(name => name.GetString()));
        // Two numbers and a category of two values.
        Assert.Equal(4, result.GetProperty("setup").GetProperty("inputs").GetInt32());
        Assert.Equal(backends.Split(','), result.GetProperty("scores").EnumerateArray().Select(score => score.GetProperty("backend").GetString()));
        foreach (JsonElement score in result.GetProperty("scores").EnumerateArray())
            Assert.True(Score(score, "R²") > 0.99);
    }

    [Theory]
    [InlineData("--normalization batch --batch-momentum 0.2 --dropout 0.1", "relu; batch normalisation; dropout 0.1")]
    [InlineData("--normalization layer --init kaiming_normal:nonlinearity=relu", "relu; layer normalisation; weights kaiming_normal, nonlinearity=relu")]
    [InlineData("--init orthogonal --l1 0.0001 --l2 0.001", "relu; weights orthogonal; l1_penalty, strength=0.0001; l2_penalty, strength=0.001")]
    public async Task A_network_may_normalise_drop_out_start_otherwise_and_be_penalised(string options, string shown)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Line());
        Ran ran = await Ran.Of(["train", file, "--target", "y", "--backend", "native", "--hidden", "16", "--epochs", "60", "--lr", "0.01", "--json", "--out", folder.Sub("out"), .. options.Split(' ')]);
        Assert.Equal(0, ran.ExitCode);
        JsonElement result = JsonElement.Parse(ran.Output);
        Assert.Equal(shown, result.GetProperty("setup").GetProperty("activation").GetString());
        Assert.True(Score(result.GetProperty("scores")[0], "R²") > 0.8);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_run_and_another_one_another()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Line());
        Task<Ran> Train(string seed) => Ran.Of("train", file, "--target", "y", "--backend", "native", "--epochs", "3", "--seed", seed, "--json", "--out", folder.Sub("out"));
        string Epochs(Ran ran) => JsonElement.Parse(ran.Output).GetProperty("epochs").GetRawText();
        string first = Epochs(await Train("7"));
        Assert.Equal(first, Epochs(await Train("7")));
        Assert.NotEqual(first, Epochs(await Train("8")));
    }

    [Fact]
    public async Task A_category_that_only_the_validation_part_has_is_no_error()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("rare.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"name{i / 2},{i % 3}\n")));
        Ran ran = await Ran.Of("train", file, "--target", "y", "--backend", "native", "--epochs", "2", "--out", folder.Sub("out"));
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("classification of y", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("digits.csv", "label", "accuracy", 0.97)]
    [InlineData("ames-housing.csv", "sale_price", "R²", 0.85)]
    public async Task The_defaults_suit_the_data_at_hand(string file, string target, string measure, double smallest)
    {
        using var folder = new TemporaryFolder();
        Ran ran = await Ran.Of("train", Repository.Path("data", file), "--target", target, "--backend", "native", "--json", "--out", folder.Sub("out"));
        Assert.Equal(0, ran.ExitCode);
        Assert.True(Score(JsonElement.Parse(ran.Output).GetProperty("scores")[0], measure) >= smallest);
    }

    static double Score(JsonElement scores, string measure) => scores.GetProperty("scores").EnumerateArray()
        .Single(score => score.GetProperty("measure").GetString() == measure).GetProperty("value").GetDouble();

    // y = 3 a − 2 b + 10 where the kind is "late".
    static string Line()
    {
        var random = new Xoshiro(1);
        var text = new StringBuilder("a,b,kind,constant,y\n");
        for (int i = 0; i < 200; i++)
        {
            double a = random.NextUnit(), b = 100 * random.NextUnit();
            bool late = random.Next(2) == 1;
            text.Append(CultureInfo.InvariantCulture, $"{a:R},{b:R},{(late ? "late" : "early")},5,{3 * a - 2 * b + (late ? 10 : 0):R}\n");
        }
        return text.ToString();
    }
}
