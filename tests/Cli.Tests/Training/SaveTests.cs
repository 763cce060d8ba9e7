using System.Globalization;
using System.Text;
using System.Text.Json;
using ParityNet.Cli.Options;

namespace ParityNet.Cli.Tests.Training;

/// <summary>A training that is saved goes on bit for bit, and predicts.</summary>
public class SaveTests
{
    public static TheoryData<string> Settings =>
    [
        "", "--dtype float64", "--optimizer sgd:momentum=0.9,nesterov=true", "--optimizer adafactor", "--optimizer nadam",
        "--normalization batch --dropout 0.2", "--activation prelu", "--schedule one_cycle_lr:max_lr=0.1,total_steps=100", "--schedule reduce_lr_on_plateau:patience=0",
        """--optimizer lookahead:k=5,optimizer={"name":"adam"}""", "--target kind", "--missing fill",
    ];

    [Theory, MemberData(nameof(Settings))]
    public async Task A_training_in_two_parts_has_the_bits_of_one(string options)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Table(empty: options.Contains("fill")));
        string[] common = [file, .. options.Contains("--target") ? (string[])[] : ["--target", "y"], .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            "--backend", "native", "--hidden", "8", "--patience", "50", "--json", "--out", folder.Sub("out")];
        Task<Ran> Train(params string[] more) => Ran.Of(["train", .. common, .. more]);

        JsonElement whole = Parsed(await Train("--epochs", "9", "--save", folder.Sub("whole.safetensors")));
        Parsed(await Train("--epochs", "4", "--save", folder.Sub("part.safetensors")));
        JsonElement parts = Parsed(await Train("--epochs", "9", "--resume", folder.Sub("part.safetensors"), "--save", folder.Sub("parts.safetensors")));

        Assert.Equal(whole.GetProperty("epochs").EnumerateArray().Select(Losses), parts.GetProperty("epochs").EnumerateArray().Select(Losses));
        Assert.Equal(whole.GetProperty("scores")[0].GetProperty("scores").GetRawText(), parts.GetProperty("scores")[0].GetProperty("scores").GetRawText());
        Assert.Equal(await Numbers(folder.Sub("whole.safetensors")), await Numbers(folder.Sub("parts.safetensors")));
    }

    [Fact]
    public async Task Backends_go_on_each_with_its_own_bits()
    {
        Assert.SkipWhen(Backends.Missing("torch") is not null, Backends.Missing("torch") ?? "");
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Table());
        Task<Ran> Train(params string[] more) => Ran.Of(["train", file, "--target", "y", "--json", "--out", folder.Sub("out"), .. more]);
        JsonElement whole = Parsed(await Train("--epochs", "6"));
        Parsed(await Train("--epochs", "3", "--save", folder.Sub("part")));
        JsonElement parts = Parsed(await Train("--epochs", "6", "--resume", folder.Sub("part")));
        Assert.Equal(whole.GetProperty("epochs").EnumerateArray().Select(Losses), parts.GetProperty("epochs").EnumerateArray().Select(Losses));
        Assert.Equal(whole.GetProperty("parting").GetRawText(), parts.GetProperty("parting").GetRawText());
    }

    [Fact]
    public async Task A_saved_network_predicts_what_training_scored()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Table()), saved = folder.Sub("line.safetensors");
        Parsed(await Ran.Of("train", file, "--target", "y", "--backend", "native", "--epochs", "200", "--lr", "0.01", "--save", saved, "--json", "--out", folder.Sub("out")));

        Ran ran = await Ran.Of("predict", saved, file);

        Assert.Equal(0, ran.ExitCode);
        Assert.StartsWith("y is known: RMSE ", ran.Error, StringComparison.Ordinal);
        string[] lines = ran.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("prediction", lines[0]);
        double[] right = [.. (await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken)).Skip(1).Select(line => double.Parse(line.Split(',')[3], CultureInfo.InvariantCulture))];
        double[] predicted = [.. lines.Skip(1).Select(line => double.Parse(line, CultureInfo.InvariantCulture))];
        Assert.Equal(right.Length, predicted.Length);
        double mean = right.Average();
        Assert.True(right.Zip(predicted).Sum(pair => Math.Pow(pair.First - pair.Second, 2)) < 0.05 * right.Sum(value => Math.Pow(value - mean, 2)));
        // Each row by itself, with other columns in another order, and a category that the network does not know.
        Ran one = await Ran.Of("predict", saved, folder.File("one.csv", "more;kind;b;a\nx;" + Cell(file, 1, 2) + ";" + Cell(file, 1, 1) + ";" + Cell(file, 1, 0) + "\n"), "--decimal", ".");
        Assert.Equal($"prediction\n{lines[1]}\n", one.Output);
        Assert.Equal("", one.Error);
        Assert.Equal(0, (await Ran.Of("predict", saved, folder.File("new.csv", "a,b,kind\n1,2,never\n"), "--out", folder.Sub("p.csv"))).ExitCode);
        Assert.StartsWith("prediction\n", await File.ReadAllTextAsync(folder.Sub("p.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("share,when,y\n", "{0}%,{1:M/d/yyyy},{0}\n", "share,when\n0.05,1/31/2026\n", "Column share must hold what the network was trained with: expected numbers (%), got numbers.")]
    [InlineData("share,when,y\n", "{0},{1:M/d/yyyy},{0}\n", "share,when\n5%,1/31/2026\n", "expected numbers, got numbers (%).")]
    [InlineData("share,when,y\n", "${0},{1:M/d/yyyy},{0}\n", "share,when\n€5,1/31/2026\n", "expected numbers ($), got numbers (€).")]
    [InlineData("share,when,y\n", "{0},{1:M/d/yyyy},{0}\n", "share,when\n5,1/2/2026\n", "which is day-month-year or month-day-year; --date-order says which.")]
    [InlineData("share,when,y\n", "{0},{1:M/d/yyyy},{0}\n", "share,when\n1.5,1/31/2026\n2.5,1/30/2026\n3.5,1/29/2026\nfive,1/28/2026\n", "column share; --skip-lines 5 leaves the line out.")]
    public async Task A_table_in_another_convention_is_asked_about(string header, string row, string table, string containing)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("t.csv", header + string.Concat(Enumerable.Range(0, 60).Select(i => string.Format(CultureInfo.InvariantCulture, row, i, new DateTime(2026, 1, 1).AddDays(i)))));
        Assert.Equal(0, (await Ran.Of("train", file, "--target", "y", "--backend", "native", "--epochs", "1", "--save", folder.Sub("saved"), "--out", folder.Sub("out"))).ExitCode);
        (await Ran.Of("predict", folder.Sub("saved"), folder.File("new.csv", table))).IsOneSentence(containing);
    }

    [Fact]
    public async Task Classes_come_with_their_probability()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Table()), saved = folder.Sub("kinds");
        Parsed(await Ran.Of("train", file, "--target", "kind", "--backend", "native", "--epochs", "100", "--save", saved, "--json", "--out", folder.Sub("out")));
        Ran ran = await Ran.Of("predict", saved, file);
        string[] lines = ran.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("prediction,probability", lines[0]);
        Assert.StartsWith("kind is known: accuracy ", ran.Error, StringComparison.Ordinal);
        Assert.All(lines.Skip(1), line =>
        {
            Assert.Contains(line.Split(',')[0], (string[])["early", "late"]);
            Assert.InRange(double.Parse(line.Split(',')[1], CultureInfo.InvariantCulture), 0.5, 1);
        });
    }

    [Theory]
    [InlineData("--seed 2", "--seed must go on from what --resume holds: expected 1, got 2.")]
    [InlineData("--hidden 9", "--hidden must go on from what --resume holds: expected 4-8-1, got 4-9-1.")]
    [InlineData("--activation tanh", "--activation must go on from what --resume holds: expected relu, got tanh.")]
    [InlineData("--normalization batch", "--normalization must go on from")]
    [InlineData("--optimizer sgd", "--optimizer must keep what the saved one does: expected adam, got sgd.")]
    [InlineData("--dtype float64", "expected F64, got F32.")]
    [InlineData("--epochs 2", "--epochs must go on from what --resume holds: expected more than 3, got 2.")]
    [InlineData("--target a", "must have the columns of the network: expected a with values")]
    [InlineData("--drop b", "must have the columns of the network: expected b with values")]
    [InlineData("--categorical b", "Column b must hold what the network was trained with: expected numbers, got categories.")]
    public async Task Another_network_does_not_go_on(string options, string containing)
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Table()), saved = folder.Sub("part");
        string[] common = ["train", file, "--backend", "native", "--out", folder.Sub("out")];
        Parsed(await Ran.Of([.. common, "--target", "y", "--hidden", "8", "--epochs", "3", "--save", saved, "--json"]));
        string[] more = [.. options.Split(' '), .. options.Contains("--target") ? (string[])[] : ["--target", "y"], .. options.Contains("--hidden") ? (string[])[] : ["--hidden", "8"]];
        (await Ran.Of([.. common, .. more, "--resume", saved])).IsOneSentence(containing);
    }

    [Fact]
    public async Task A_broken_file_gets_one_sentence()
    {
        using var folder = new TemporaryFolder();
        string file = folder.File("line.csv", Table()), saved = folder.Sub("part"), broken = folder.Sub("broken");
        Parsed(await Ran.Of("train", file, "--target", "y", "--backend", "native", "--hidden", "2", "--epochs", "2", "--save", saved, "--json", "--out", folder.Sub("out")));
        byte[] bytes = await File.ReadAllBytesAsync(saved, TestContext.Current.CancellationToken);
        var random = new Xoshiro(3);
        int header = BitConverter.ToInt32(bytes);
        for (int i = 0; i < 300; i++)
        {
            byte[] other = (byte[])bytes.Clone();
            if (i % 3 == 0)
                other = other[..random.Next(other.Length)];
            else
                for (int n = 0; n <= i % 4; n++)
                    other[random.Next(8 + header)] = (byte)(i % 3 == 1 ? random.Next(256) : "0123456789-,[]{}\"n"[random.Next(18)]);
            await File.WriteAllBytesAsync(broken, other, TestContext.Current.CancellationToken);
            foreach (Ran ran in (Ran[])[await Ran.Of("predict", broken, file), await Ran.Of("train", file, "--target", "y", "--backend", "native", "--hidden", "2", "--epochs", "3", "--resume", broken, "--json", "--out", folder.Sub("out"))])
                if (ran.ExitCode != 0)
                    ran.IsOneSentence("");
        }
    }

    static JsonElement Parsed(Ran ran)
    {
        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
        return JsonElement.Parse(ran.Output);
    }

    static string Losses(JsonElement epoch) => epoch.GetProperty("trainingLoss").GetRawText() + epoch.GetProperty("validationLoss").GetRawText() + epoch.GetProperty("steps").GetRawText();

    // The bytes behind the header.
    static async Task<byte[]> Numbers(string file)
    {
        byte[] bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        return bytes[(8 + BitConverter.ToInt32(bytes))..];
    }

    static string Cell(string file, int row, int column) => File.ReadAllLines(file)[row].Split(',')[column];

    // y = 3 a − 2 b + 10 where the kind is "late".
    static string Table(bool empty = false)
    {
        var random = new Xoshiro(1);
        var text = new StringBuilder("a,b,kind,y\n");
        for (int i = 0; i < 100; i++)
        {
            double a = random.NextUnit(), b = 10 * random.NextUnit();
            bool late = b > 5;
            text.Append(CultureInfo.InvariantCulture, $"{(empty && i % 9 == 2 ? "" : $"{a:R}")},{b:R},{(late ? "late" : "early")},{3 * a - 2 * b + (late ? 10 : 0):R}\n");
        }
        return text.ToString();
    }
}
