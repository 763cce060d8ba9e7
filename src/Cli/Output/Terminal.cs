using Spectre.Console;

namespace ParityNet.Cli.Output;

/// <summary>The output of commands: results go to standard output, progress and errors to standard error.</summary>
/// <remarks>Colours and progress bars appear on a terminal only; a file or a pipe receives plain text without progress.</remarks>
sealed class Terminal
{
    // Wide enough for every table, since no screen limits a file.
    const int FileWidth = 200;

    // What every terminal has.
    const int Columns = 80;

    /// <summary>Writes to given writers.</summary>
    /// <param name="output">The writer of results.</param>
    /// <param name="error">The writer of progress and errors.</param>
    /// <param name="outputIsTerminal">Whether the results go to a terminal.</param>
    /// <param name="errorIsTerminal">Whether progress and errors go to a terminal.</param>
    public Terminal(TextWriter output, TextWriter error, bool outputIsTerminal = false, bool errorIsTerminal = false)
    {
        (Output, Error, ShowsProgress) = (output, error, errorIsTerminal);
        Tables = Console(output, outputIsTerminal);
        Progress = Console(error, errorIsTerminal);
    }

    /// <summary>The terminal over standard output and standard error.</summary>
    public static Terminal Process() =>
        new(System.Console.Out, System.Console.Error, !System.Console.IsOutputRedirected, !System.Console.IsErrorRedirected);

    /// <summary>The writer of results.</summary>
    public TextWriter Output { get; }

    /// <summary>The writer of errors.</summary>
    public TextWriter Error { get; }

    /// <summary>The console for results with tables.</summary>
    public IAnsiConsole Tables { get; }

    /// <summary>The console for progress.</summary>
    public IAnsiConsole Progress { get; }

    /// <summary>Whether progress is shown.</summary>
    public bool ShowsProgress { get; }

    /// <summary>Writes a line of results, without markup.</summary>
    public void WriteLine(string line = "") => Output.WriteLine(line);

    /// <summary>Writes a line of results, broken at words so that it can be read in 80 columns; what follows is indented below it.</summary>
    public void WriteWrapped(string text)
    {
        foreach (string line in Wrapped(text))
            WriteLine(line);
    }

    /// <summary>The same as lines.</summary>
    public static IEnumerable<string> Wrapped(string text)
    {
        string first = text[..(text.Length - text.TrimStart().Length)], line = first;
        bool any = false;
        foreach (string word in text.Trim().Split(' '))
        {
            if (any && line.Length + 1 + word.Length > Columns)
            {
                yield return line;
                (line, any) = ($"{first}  ", false);
            }
            line += any ? $" {word}" : word;
            any = true;
        }
        yield return line;
    }

    /// <summary>Writes a line to standard error.</summary>
    public void Note(string line) => Error.WriteLine(line);

    /// <summary>A table in the common style.</summary>
    public static Table Table(params string[] columns) => new Table().Border(TableBorder.Rounded).AddColumns([.. columns.Select(Markup.Escape)]);

    /// <summary>A table without a frame, whose first column is text and whose others are numbers.</summary>
    public static Table Plain(params string[] columns) => new Table().Border(TableBorder.Simple).AddColumns([.. columns.Select((name, i) =>
        new TableColumn(Markup.Escape(name)) { Alignment = i == 0 ? Justify.Left : Justify.Right, NoWrap = true, Padding = new(0, 0, 1, 0) })]);

    static IAnsiConsole Console(TextWriter writer, bool isTerminal)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!isTerminal)
            console.Profile.Width = FileWidth;
        return console;
    }
}
