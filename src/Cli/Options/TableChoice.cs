using System.CommandLine;
using ParityNet.Cli.Tables;

namespace ParityNet.Cli.Options;

/// <summary>The options that say how a table is written.</summary>
sealed class TableChoice
{
    const string Found = "auto";

    readonly Option<string> encoding =
        Values.Text("--encoding", "name", "The text encoding, such as windows-1252 or latin1; auto takes UTF-8 or what the file says.", Found);
    readonly Option<string> separator =
        Values.Word("--separator", "What stands between cells.", Found, [Found, .. Separators.Words.Keys]);
    readonly Option<string> mark = Values.Word("--decimal", "The decimal mark; auto finds it in the numbers of the table.", Found, Found, ".", ",");
    readonly Option<string> order =
        Values.Word("--date-order", "The order of dates such as 1/2/2026; auto finds it in the column.", Found, [Found, .. Dates.Words]);
    readonly Option<bool> bare = Values.Flag("--no-header", "The first line is a row; columns are named column1, column2 and so on.");
    readonly Option<int[]?> skipped = Values.Wholes("--skip-lines", "Lines of the file that are no rows, such as 1,2,42.", 1);

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { encoding, separator, mark, order, bare, skipped })
            command.Options.Add(option);
    }

    /// <summary>Reads the options.</summary>
    public TableOptions Read(ParseResult parsed) => new(
        Given(parsed, encoding), Given(parsed, separator) is { } word ? Separators.Words[word] : null, Given(parsed, mark)?[0],
        Given(parsed, order), !parsed.GetValue(bare))
    { SkipLines = [.. parsed.GetValue(skipped) ?? []] };

    static string? Given(ParseResult parsed, Option<string> option) => parsed.GetRequiredValue(option) is var text && text == Found ? null : text;
}
