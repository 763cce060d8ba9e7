namespace ParityNet.Cli.Tests.Fuzz;

/// <summary>Random command lines, most of them wrong: each ends well, or with one clean sentence.</summary>
public class CommandFuzzTests
{
    static readonly string[] Words =
    [
        "", " ", "-", "--", "---", "-x", "--x", "--out", "--out=", "--seed", "--seed=", "-1", "0", "1e9", "99999999999999999999", "NaN", "a,b", ",", "@file", "\0", "a\0b", "\u001b[31m", "\u202e", "ü", "/", "/dev/null", "/dev/null/x", "..",
        "~", "*", "{", "{}", "[]", "null", "{\"op\":\"loss\"}", "{\"op\":\"loss\",\"name\":\"mse_loss\",\"inputs\":{}}", "{\"op\":1}", "{\"op\":\"optimizer\",\"name\":\"adam\",\"params\":[],\"grads\":[]}", "mse", "--target", "y", "--hidden", "--hidden=0", "--lr",
        "inf", "--optimizer", "adam:", "adam:lr", "adam:lr=", "adam:lr=x", "sgd:momentum=[", "lookahead:optimizer={}", "--schedule", "step_lr", "step_lr:step_size=0", "--activation", "glu", "--init", "orthogonal:gain=1e999", "--dtype", "float16", "--missing", "fill",
        "--save", "--resume", "--backend", "--backends", "torch,torch", "--json", "--json=maybe", "--help=1", "--decimal", ";", "--encoding", "utf-7", "--separator", "comma", "--no-header", "--batch-size", "--validation", "0.999", "--points", "--step", "--stride", "--hash",
    ];

    [Fact]
    public async Task Every_command_line_ends_well_or_with_one_sentence()
    {
        var random = new Xoshiro(17);
        using var folder = new TemporaryFolder();
        string table = folder.File("t.csv", "x,y\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{i},{i}.5\n")));
        string[][] starts =
        [
            ["train", table, "--target", "y", "--epochs", "1", "--out", folder.Sub("out")], ["train", table], ["train"], ["predict", table, table], ["predict"], ["list"], ["check", "no_such_op"], ["replay"],
            ["audit"], ["accuracy", "no_such_function"], ["blind", "--seeds", "x"], ["report", "--ops", "no_such_op"], ["eval", "--max-bytes", "x"], [], ["no_such_command"],
        ];
        for (int i = 0; i < Leaks.Count(1500); i++)
        {
            string[] line = [.. starts[random.Next(starts.Length)], .. Enumerable.Range(0, random.Next(4)).Select(_ => random.Next(40) == 0 ? new string('x', 100_000) : Words[random.Next(Words.Length)])];
            Ran ran = await Ran.Of(line);
            string input = $"line {i}: {string.Join(' ', line.Select(word => word.Length > 200 ? word[..200] : word))}";
            // A case that every backend refuses is one that replay shows.
            Assert.True(ran.ExitCode is 0 or 2 || (ran.ExitCode == 1 && line[0] == "replay"), $"{ran.ExitCode} {ran.Error} for {input}");
            if (ran.ExitCode == 2)
            {
                Assert.True(ran.Output.Length == 0 && ran.Error.Count(c => c == '\n') == 1, $"{ran.Output} {ran.Error} for {input}");
                Leaks.None(ran.Error[..^1].Replace(folder.Path, "", StringComparison.Ordinal), input);
            }
        }
    }
}
