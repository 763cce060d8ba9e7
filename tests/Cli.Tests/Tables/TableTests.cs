using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ParityNet.Cli.Tests.Tables;

/// <summary>Tables as people have them: what is decided is printed, and what cannot be decided is asked in one sentence.</summary>
public class TableTests
{
    // 60 rows; {0} is the row, {1} a number with two decimals and a point, {2} the same with a comma.
    static string Rows(string header, string row, string newLine = "\n") => header + newLine + string.Concat(Enumerable.Range(0, 60).Select(i => string.Format(
        CultureInfo.InvariantCulture, row, i, $"{i * 37 % 1000}.{i % 90 + 10}", $"{i * 37 % 1000},{i % 90 + 10}", $"{i + 1}.{i:000}", new DateTime(2026, 1, 1).AddDays(i)) + newLine));

    public static TheoryData<string, string, string> Decided => new()
    {
        { Rows("x;y", "{2};{0},5"), "", "cells separated by semicolon, decimal comma; 60 rows." },
        { Rows("x,y", "{1},{0}"), "", "cells separated by comma, decimal point; 60 rows." },
        { Rows("x\ty", "{1}\t{0}", "\r\n"), "", "cells separated by tab, decimal point" },
        { Rows("x|y", "{1}|{0}", "\r"), "", "cells separated by bar, decimal point" },
        { Rows(" x   y", "{1}  {0} "), "", "cells separated by spaces, decimal point" },
        { Rows("\"a b\" y", "\"{1}\" {0}"), "", "  numbers: a b\n" },
        { Rows("day;x;y", "{4:dd.MM.yy};{1};{0}"), "", "  dates (day-month-year): day\n" },
        { Rows("x y,z;y", "{1};{0}"), "", "cells separated by semicolon" },
        { Rows("x,y", "\"1,{0:00}0.25\",{0}"), "", "  numbers: x\n" },
        { Rows("x,y", "\"1,{0:000}\",{0}"), "", "  numbers: x\n" },
        { Rows("x;y", "1,{0:000};{0}"), "--decimal ,", "decimal comma" },
        { Rows("x;y", "1,{0:000};{0}"), "--decimal .", "decimal point" },
        { Rows("x;z;y", "1.{0:000};{0},5;{0}"), "", "decimal comma" },
        { Rows("x;z;y", "{1};{2};{0}"), "", "  numbers (decimal comma): z\n" },
        { Rows("x,y", "${1},{0}"), "", "  numbers ($): x\n" },
        { Rows("x,y", "{1} %,{0}"), "", "  numbers (%): x\n" },
        { Rows("x,y", "{1} €,{0}"), "", "  numbers (€): x\n" },
        { Rows("day,x,y", "{4:yyyy-MM-dd},{1},{0}"), "", "  dates (year-month-day): day\n" },
        { Rows("day,x,y", "{4:dd.MM.yyyy},{1},{0}"), "", "  dates (day-month-year): day\n" },
        { Rows("day,x,y", "{4:M/d/yyyy H:mm},{1},{0}"), "", "  dates (month-day-year): day\n" },
        { Rows("customer_id,x,y", "{0},{1},{0}"), "", "  left out, an identifier by its name; --keep uses it: customer_id\n" },
        { Rows("customer_id,x,y", "{0},{1},{0}"), "--keep customer_id", "  numbers: customer_id, x\n" },
        { Rows(",x,y", "{0},{1},{0}"), "", "  left out, an identifier by its name; --keep uses it: unnamed1\n" },
        { Rows("x,y,", "{1},{0},"), "", "  left out, empty: unnamed3\n" },
        { Rows("x,c,y", "{1},5,{0}"), "", "  left out, constant in the training part: c\n" },
        { Rows("x,c,y", "{1},a,{0}"), "--drop c", "  left out, by --drop: c\n" },
        { "1.5,a\n" + Rows("2.5,b", "{1},a"), "--no-header --target column2", "  target, 2 classes: column2\n" },
        { "# made by a sensor\n# in 2026\n" + Rows("x,y", "{1},{0}"), "", "decimal point; 60 rows.\n  left out, neither header nor row: lines 1, 2\n" },
        { "Sales, all\n" + Rows("x,y", "{1},{0}"), "--skip-lines 1", "decimal point; 60 rows.\n  numbers: x\n" },
        { "Sales of 2026\n\n" + Rows("x,z,y", "{1},{0},{0}"), "", "60 rows.\n  left out, neither header nor row: line 1\n" },
        { "Sales of 2026;;\r\n;;\r\n" + Rows("x;z;y", "{2};{0};{0}", "\r\n"), "", "decimal comma; 60 rows.\n  left out, neither header nor row: line 1\n" },
        { Rows("x,y", "{1},{0}") + "# the end\n\nTotal: 60 rows\n", "", "60 rows.\n  left out, neither header nor row: lines 62, 64\n" },
        { Rows("x,z,y", "{1},{0},{0}") + ",,\n,,\n", "", "decimal point; 60 rows.\n  numbers: x, z\n" },
        { Rows("x,y", "{1},{0}") + "Total,99\n", "--skip-lines 62", "decimal point; 60 rows." },
        { Rows("x,y", "{1},{0}").Replace("x,y\n", "x,y\nkg,m\n", StringComparison.Ordinal), "--skip-lines 2", "decimal point; 60 rows." },
        { Rows("x,z,y", "{1},{0},{0},"), "", "  numbers: x, z\n" },
        { Rows("x,x,y", "{1},{0},{0}"), "", "  numbers: x, x.1\n" },
        { Rows("# x,y", "{1},{0}"), "", "60 rows.\n  numbers: # x\n" },
        { Rows("x y", "\"r{0}\" {1} {0}"), "", "separated by spaces, decimal point; 60 rows.\n  left out, an identifier by its name; --keep uses it: unnamed1\n" },
        { Rows("day,x,y", "{4:yyyy-MM-dd HH:mm:ss}+00:00,{1},{0}"), "", "  dates (year-month-day): day\n" },
        { Rows("day,x,y", "{4:yyyy-MM-dd HH:mm:ss} UTC,{1},{0}"), "", "  dates (year-month-day): day\n" },
        { Rows("day,x,y", "{4:M/d/yyyy} 1:05 PM,{1},{0}"), "", "  dates (month-day-year): day\n" },
        { Rows("day,x,y", "{4:dd-MMM-yy},{1},{0}"), "", "  dates (day-month-year): day\n" },
        { Rows("day,x,y", "\"{4:dddd, MMMM d, yyyy}\",{1},{0}"), "", "  dates (month-day-year): day\n" },
        { Rows("day,x,y", "{4:dd'/'MMM'/'yyyy:HH:mm:ss},{1},{0}"), "", "  dates (day-month-year): day\n" },
        { Rows("month,x,y", "{4:yyyy-MM},{1},{0}"), "", "  dates (year-month): month\n" },
        { Rows("month,x,y", "{4:MMM yyyy},{1},{0}"), "", "  dates (month-year): month\n" },
        { Rows("day,x,y", "{4:1/M/yyyy},{1},{0}"), "--date-order month-day-year", "  dates (month-day-year): day\n" },
        { Rows("region,x,y", "r{0},{1},{0}").Replace("r", "", StringComparison.Ordinal) + "Total,99,99\n", "--skip-lines 62", "60 rows." },
        { Rows("region,x,y", "north,{1},{0}") + "Total,99,99\n", "--keep-totals", "61 rows." },
        { Rows("x,y", "{1},{0}").Replace("111.13", "NA", StringComparison.Ordinal), "--missing rows", "60 rows, of which 1 with missing values are left out" },
        { Rows("x,z,y", "{1},{0},{0}").Replace("111.13", "", StringComparison.Ordinal), "--missing columns", "  left out, 1 values are missing: x\n" },
        { Rows("x,y", "{1},{0}").Replace("111.13", "?", StringComparison.Ordinal), "--missing fill", "60 rows; 1 missing values filled in." },
    };

    [Theory, MemberData(nameof(Decided))]
    public async Task What_is_decided_is_printed(string text, string options, string containing)
    {
        Ran ran = await Train(Encoding.UTF8.GetBytes(text), options);
        Assert.Equal("", ran.Error);
        Assert.Equal(0, ran.ExitCode);
        Assert.Contains(containing, ran.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Asked => new()
    {
        { Rows("x;y", "1,{0:000};{0}"), "", "Column x must tell decimals from thousands: expected numbers of one meaning, got \"1,000\"; --decimal . or --decimal , says" },
        { Rows("zip,x,y", "{0:00000},{1},{0}"), "", "Column zip must have fewer categories than rows" },
        { Rows("x;y", "{3};{0}"), "", "Column x must tell decimals from thousands" },
        { Rows("x;y", "{1};{0}"), "--decimal ,", "Column x must hold numbers in one convention: expected numbers as 1234,5, got \"0.10\" in line 2; --categorical x" },
        { Rows("x,y", "${1},{0}").Replace("$111.13", "€111.13", StringComparison.Ordinal), "", "expected numbers of one unit, $ as in \"$0.10\", got \"€111.13\" in line 5" },
        { Rows("x,y", "{0}:30,{0}"), "", "Column x must hold numbers in one convention" },
        { Rows("x,y", "{1} kg,{0}"), "", "expected numbers without a unit, got \"0.10 kg\" in line 2" },
        { Rows("day,y", "{4:1/M/yyyy},{0}"), "", "expected dates of one order, got \"1/1/2026\" in line 2, which is day-month-year or month-day-year" },
        { Rows("day,y", "{4:1/M/yyyy},{0}"), "", "month-day-year; --date-order says which; --categorical day" },
        { Rows("day,x,y", "{4:dd.MM.yyyy},{1},{0}") + "Grand total of all,1,1\n", "", "expected dates of one order, as \"01.01.2026\", got \"Grand total of all\" in line 62" },
        { Rows("day,x,y", "13/1/2026,{1},{0}") + "1/13/2026,1,1\n", "", "expected dates of one order, as \"13/1/2026\", got \"1/13/2026\" in line 62" },
        { Rows("x,y", "5.00-,{0}"), "", "Column x must hold numbers in one convention: expected numbers as 1234.5, got \"5.00-\" in line 2" },
        { Rows("x,y", "≥5.0,{0}"), "", "Column x must hold numbers in one convention" },
        { Rows("region,x,y", "north,{1},{0}") + "Total:,99,99\n", "", "must have rows that are no totals of others: expected examples, got \"Total:\" in line 62; --skip-lines 62 leaves it out, --keep-totals uses it." },
        { Rows("region,x,y", "north,{1},{0}").Replace("north,999.9", "Summe,9", StringComparison.Ordinal).Replace("north,370.20", "Summe,9", StringComparison.Ordinal), "", "got \"Summe\" in line 12" },
        { Rows("id,z,y", "{0},5,{0}") + ",300,1770\n", "", "got the sums of all rows above in line 62; --skip-lines 62 leaves it out" },
        { "Report,Sales\nDate,2026\n" + Rows("x,z,y", "{1},{0},{0}"), "", "expected 2, got 3 in line 3; --skip-lines 1 leaves line 1 out." },
        { "Report,Sales\n" + Rows("x,z,y", "{1},{0},{0}"), "", "expected 2, got 3 in line 2; --skip-lines 1 leaves line 1 out." },
        { Rows("name,key2,x,y", "n{0},k{0},{1},{0}"), "", "--drop name,key2 leaves such columns out." },
        { Rows("x,y", "{0},w{0}"), "", "--target must be a column of classes: expected 2 to 30 of them in 60 rows, got 60 in y" },
        { Rows("x,y", "{0},{4:yyyy-MM-dd}"), "", "expected those, got dates in y." },
        { Rows("x,y", "{1},{0}").Replace("111.13", "NA", StringComparison.Ordinal), "", "got NA in line 5, column x; --missing rows or columns or fill says what to do." },
        { Rows("x,y", "{1},{0}").Replace("111.13", "what", StringComparison.Ordinal), "", "got \"what\" in line 5, column x; --categorical reads the column as words" },
        { Rows("x,y", "{1},{0}") + "1\n", "", "expected 2, got 1 in line 62; --skip-lines 62 leaves it out." },
        { Rows("x,y", "{1},{0}") + "Total\n1,2\n", "", "expected 2, got 1 in line 62; --skip-lines 62 leaves it out." },
        { Rows("x,y", "{1},{0},5"), "", "expected 2, got 3 in line 2" },
        { Rows("x,y", "{1},{0}"), "--skip-lines 2,no", "--skip-lines must be of its kind: expected whole numbers from 1 with commas between, got 2,no." },
        { "<!DOCTYPE html><html></html>", "", "expected text, got a web page; save it as CSV first." },
        { Rows("5.1,2", "{1},{0}"), "", "--no-header says that the first line is a row" },
        { Rows("5.1,5.1", "{1},{0}"), "", "--no-header says that the first line is a row" },
        { Rows("label,x", "{0},{1}"), "--target digit", "expected label or another of label, x, got digit." },
        { Rows("a,k,x", "{1},1,{1}"), "--target zzzzzzz", "expected k or another of a, k, x, got zzzzzzz." },
        { Rows("\u001b[31mx\u0007,z", "{0},{1}"), "", "expected z or another of  [31mx , z, got y." },
        { "PK\u0003\u0004", "", "got an Excel workbook or a ZIP archive; save it as CSV first." },
        { Rows("x,y", "{1},{0}"), "--encoding utf-9", "--encoding must be a text encoding that there is: expected one near utf-8" },
        { Rows("x,y", "{1},{0}"), "--hidden 100000000,100000000", "--hidden must give a network that fits into memory" },
    };

    [Theory, MemberData(nameof(Asked))]
    public async Task What_cannot_be_decided_is_asked(string text, string options, string containing) =>
        (await Train(Encoding.UTF8.GetBytes(text), options)).IsOneSentence(containing);

    [Fact]
    public async Task Without_a_target_the_columns_are_listed() =>
        (await Train(Encoding.UTF8.GetBytes(Rows("x,z", "{1},{0}")), "--target")).IsOneSentence("x, z, got none.");

    [Theory]
    [InlineData("utf-16", "", "Text in utf-16, "), InlineData("utf-16BE", "", "Text in utf-16BE, "), InlineData("utf-32", "", "Text in utf-32, ")]
    [InlineData("windows-1252", "--encoding windows-1252", "Text in windows-1252, "), InlineData("iso-8859-1", "--encoding latin1", "Text in iso-8859-1, ")]
    [InlineData("utf-8", "", "Text in utf-8, ")]
    public async Task Text_is_read_in_its_encoding(string name, string options, string containing)
    {
        Encoding encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        string text = Rows("größe;y", "{2};{0}");
        foreach (byte[] bytes in (byte[][])[[.. encoding.GetPreamble(), .. encoding.GetBytes(text)], encoding.GetBytes(text)])
        {
            // UTF-32 without a mark looks like UTF-16 with characters 0.
            if (name == "utf-32" && bytes.Length % 4 == 0 && !bytes.AsSpan().StartsWith(encoding.GetPreamble()))
                continue;
            Ran ran = await Train(bytes, options);
            Assert.Equal("", ran.Error);
            Assert.Contains(containing, ran.Output, StringComparison.Ordinal);
            Assert.Contains("  numbers: größe\n", ran.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Text_of_an_old_code_page_is_asked_about() =>
        (await Train([.. "x,y\n1,2\n"u8, 0xE9, .. ",3\n"u8], "")).IsOneSentence("got other bytes in line 3; --encoding windows-1252, latin1 or another name says what they are.");

    [Theory, InlineData("e306"), InlineData("e-303"), InlineData("e-320")]
    public async Task Numbers_near_the_ends_of_the_range_vary(string power)
    {
        using var folder = new TemporaryFolder();
        string rows = string.Concat(Enumerable.Range(1, 60).Select(i => $"{(i % 2 == 0 ? "-" : "")}{i}{power},{2 * (i % 2 == 0 ? -i : i)}{power}\n"));
        Ran ran = await Ran.Of("train", folder.File("far.csv", "x,y\n" + rows), "--target", "y", "--backend", "native", "--dtype", "float64",
            "--epochs", "200", "--lr", "0.01", "--json", "--out", folder.Sub("out"));
        Assert.Equal("", ran.Error);
        JsonElement scores = JsonElement.Parse(ran.Output).GetProperty("scores")[0].GetProperty("scores");
        Assert.True(scores[2].GetProperty("value").GetDouble() > 0.9);
        Assert.True(double.IsFinite(scores[0].GetProperty("value").GetDouble()));
    }

    static async Task<Ran> Train(byte[] content, string options)
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllBytesAsync(folder.Sub("table.csv"), content, TestContext.Current.CancellationToken);
        string[] given = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return await Ran.Of(["train", folder.Sub("table.csv"), .. given.Contains("--target") ? (string[])[] : ["--target", "y"], .. given.Where(word => options != "--target"),
            "--backend", "native", "--epochs", "1", "--out", folder.Sub("out")]);
    }
}
