using System.Globalization;
using System.Text;

namespace ParityNet.Cli.Tests.Fuzz;

/// <summary>Random tables, whole and broken: training ends well, or with one clean sentence.</summary>
public class TableFuzzTests
{
    static readonly string[] Cells =
    [
        "1", "0", "-1", "007", "1.5", "1,5", "1.234", "1,234", "1.234,5", "1,234.5", "1e308", "-1e308", "1e-300", "5e-324", "1e400", "-0", "NaN", "inf", "Infinity", "NA", "", "?", "null", "-", "$5", "5 €", "5%",
        "(3)", "12 kg", "12:30", "2026-01-31", "31.1.2026", "1/2/2026", "2026-01-31T10:00:00Z", "0001-01-01", "9999-12-31T23:59:59+14:00", "red", "grün", "日本", "a,b", "a;b", "\"q\"", "x\ny", "\u001b[31m", "\u202e", "=1+1", "#REF!", "TRUE", "٣", "１２",
        "99999999999999999999", "0x10", "1_000", "1 000", "1\u00a0000,5", "'5", "+5", "--5", "5-", "1e5e5", ".", ",", "e", "1e", "1.2.3", "1,2,3",
    ];

    static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\",;\t|\r\n");

    static readonly string[] Options =
    [
        "--decimal .", "--decimal ,", "--missing rows", "--missing columns", "--missing fill", "--no-header", "--separator tab", "--separator semicolon", "--encoding latin1", "--encoding utf-16", "--task regression",
        "--task classification", "--categorical a", "--drop a", "--keep a", "--target a", "--target b", "--target column1", "--dtype float64", "--normalization batch", "--hidden none", "--validation 0.5", "--epochs 2",
    ];

    [Fact]
    public async Task Every_table_trains_or_gets_one_sentence()
    {
        var random = new Xoshiro(11);
        using var folder = new TemporaryFolder();
        int trained = 0, count = Leaks.Count(500);
        for (int i = 0; i < count; i++)
        {
            byte[] content = Table(random);
            await File.WriteAllBytesAsync(folder.Sub("t.csv"), content, TestContext.Current.CancellationToken);
            string[] options = [.. Enumerable.Range(0, random.Next(3)).SelectMany(_ => Options[random.Next(Options.Length)].Split(' '))];
            Ran ran = await Ran.Of(["train", folder.Sub("t.csv"), .. options.Contains("--target") ? (string[])[] : ["--target", "y"], "--backend", "native", "--hidden", "2", .. options, "--batch-size", "8",
                "--out", folder.Sub("out"), .. random.Next(4) == 0 ? (string[])["--save", folder.Sub("saved")] : []]);
            string input = $"table {i} ({string.Join(' ', options)}): {Convert.ToBase64String(content)}";
            if (ran.ExitCode == 0)
            {
                trained++;
                Assert.True(ran.Error.Length == 0, input);
                Assert.DoesNotContain('\u001b', ran.Output);
                if (File.Exists(folder.Sub("saved")))
                {
                    Ran predicted = await Ran.Of(["predict", folder.Sub("saved"), folder.Sub("t.csv")]);
                    if (predicted.ExitCode != 0)
                        Leaks.None(predicted.Error[..^1], input);
                    File.Delete(folder.Sub("saved"));
                }
            }
            else
            {
                Assert.True(ran.ExitCode == 2 && ran.Output.Length == 0, $"{ran.ExitCode} {ran.Output} {input}");
                Leaks.None(ran.Error[..^1].Replace(folder.Path, "", StringComparison.Ordinal), input);
            }
        }
        Assert.True(trained > count / 20, $"Some tables must be good ones: got {trained} of {count}.");
    }

    // Columns of one kind each, with a few odd cells, in one of many encodings, and now and then broken bytes.
    static byte[] Table(Xoshiro random)
    {
        char separator = ",;\t|"[random.Next(4)];
        int columns = 1 + random.Next(5), rows = random.Next(40) + (random.Next(3) > 0 ? 8 : 0);
        string[] kinds = [.. Enumerable.Range(0, columns).Select(_ => Cells[random.Next(Cells.Length)])];
        int[] styles = [.. Enumerable.Range(0, columns).Select(_ => random.Next(5))];
        string newLine = ((string[])["\n", "\r\n", "\r"])[random.Next(3)];
        var text = new StringBuilder(random.Next(20) == 0 ? $"sep={separator}{newLine}" : "");
        text.AppendJoin(separator, Enumerable.Range(0, columns).Select(c => c == columns - 1 ? "y" : random.Next(15) == 0 ? Quoted(Cells[random.Next(Cells.Length)]) : $"{(char)('a' + c)}")).Append(newLine);
        for (int row = 0; row < rows; row++)
            text.AppendJoin(separator, Enumerable.Range(0, columns + (random.Next(200) == 0 ? 1 : 0)).Select(c => Cell(c))).Append(newLine);
        byte[] bytes = random.Next(12) switch
        {
            0 => Encoding.Latin1.GetBytes(text.ToString()),
            1 => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text.ToString())],
            2 => Encoding.BigEndianUnicode.GetBytes(text.ToString()),
            3 => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())],
            _ => Encoding.UTF8.GetBytes(text.ToString()),
        };
        if (random.Next(6) == 0)
            for (int n = random.Next(4); n >= 0 && bytes.Length > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(30) == 0 ? bytes[..random.Next(bytes.Length + 1)] : bytes;

        string Cell(int column) => column >= columns || random.Next(60) == 0 ? Quoted(Cells[random.Next(Cells.Length)]) : styles[column] switch
        {
            0 => Quoted(kinds[column]),
            1 => random.Next(1000).ToString(CultureInfo.InvariantCulture),
            2 => (random.NextUnit() * 100).ToString("0.00", CultureInfo.InvariantCulture),
            3 => Quoted((random.NextUnit() * 10000).ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ',').Replace(' ', '.')),
            _ => $"k{random.Next(3)}",
        };

        string Quoted(string cell) => !cell.AsSpan().ContainsAny(Special) || random.Next(30) == 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
