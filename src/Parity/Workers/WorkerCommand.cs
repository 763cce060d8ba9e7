using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;

namespace ParityNet.Parity.Workers;

/// <summary>The program of a worker and its arguments, read from a line as a shell reads it, without a shell.</summary>
sealed record WorkerCommand(string Text, string Program, ImmutableArray<string> Arguments)
{
    /// <summary>Reads a command: words between spaces; spaces within ' or " belong to their word.</summary>
    /// <exception cref="ArgumentException">The command is empty, or a quote is not closed.</exception>
    public static WorkerCommand Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        StringBuilder? word = null;
        char quote = '\0';
        foreach (char c in text)
            if (quote != '\0')
                quote = c == quote ? '\0' : Append(c, quote);
            else if (c is '\'' or '"')
                (quote, word) = (c, word ?? new());
            else if (char.IsWhiteSpace(c))
                Close();
            else
                Append(c, '\0');
        if (quote != '\0')
            throw new ArgumentException($"the worker's command must close its quotes: expected {quote} at the end, got {Echo.Of(text)}.");
        Close();
        return words is [var program, .. var arguments]
            ? new(text.Trim(), program, [.. arguments])
            : throw new ArgumentException("the worker must be a command: expected one such as python3 mine.py, got none.");

        char Append(char c, char within)
        {
            (word ??= new()).Append(c);
            return within;
        }

        void Close()
        {
            if (word is not null)
                words.Add(word.ToString());
            word = null;
        }
    }

    /// <summary>How to start the process: with all three streams redirected.</summary>
    public ProcessStartInfo StartInfo() => new(Program, Arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        UseShellExecute = false,
    };
}
