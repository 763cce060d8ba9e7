using System.CommandLine;

namespace ParityNet.Cli.Output;

/// <summary>Commands as one types them into a shell.</summary>
static class ShellText
{
    /// <summary>The command that was given.</summary>
    public static string Command(ParseResult parsed) => string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)).Prepend("./paritynet"));

    /// <summary>One argument, quoted where a shell would take it apart.</summary>
    public static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,+@%".Contains(c))
            ? argument
            : $"'{argument.Replace("'", "'\\''")}'";
}
