using Spectre.Console;

namespace ParityNet.Cli.Output;

/// <summary>Where commands write: results to one side, progress and complaints to the other.</summary>
/// <remarks>Colours and moving bars appear on a terminal only; a file or a pipe gets plain text, and no progress.</remarks>
sealed class Terminal
{
    // Wide enough for every table; nothing is cut where no screen limits it.
    const int FileWidth = 200;

    /// <summary>Writes to given positions.</summary>
    /// <param name="output">Where results go.</param>
    /// <param name="error">Where progress and complaints go.</param>
    /// <param name="outputIsTerminal">Whether a person sees the results.</param>
    /// <param name="errorIsTerminal">Whether a person sees the progress.</param>
    public Terminal(TextWriter output, TextWriter error, bool outputIsTerminal = false, bool errorIsTerminal = false)
    {
        (Output, Error, ShowsProgress) = (output, error, errorIsTerminal);
        Tables = Console(output, outputIsTerminal);
        Progress = Console(error, errorIsTerminal);
    }

    /// <summary>The process's own output and error.</summary>
    public static Terminal Process() =>
        new(System.Console.Out, System.Console.Error, !System.Console.IsOutputRedirected, !System.Console.IsErrorRedirected);

    /// <summary>Where results go.</summary>
    public TextWriter Output { get; }

    /// <summary>Where complaints go.</summary>
    public TextWriter Error { get; }

    /// <summary>Results with tables.</summary>
    public IAnsiConsole Tables { get; }

    /// <summary>Progress.</summary>
    public IAnsiConsole Progress { get; }

    /// <summary>Whether anybody sees the progress.</summary>
    public bool ShowsProgress { get; }

    /// <summary>Writes a line of results, as it is.</summary>
    public void WriteLine(string line = "") => Output.WriteLine(line);

    /// <summary>Writes a line that is no result.</summary>
    public void Note(string line) => Error.WriteLine(line);

    /// <summary>A table in the house style.</summary>
    public static Table Table(params string[] columns) => new Table().Border(TableBorder.Rounded).AddColumns([.. columns.Select(Markup.Escape)]);

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
