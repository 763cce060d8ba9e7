using System.CommandLine;

namespace ParityNet.Cli.Output;

/// <summary>Writes commands as typed into a shell.</summary>
static class ShellText
{
    /// <summary>The given command.</summary>
    public static string Command(ParseResult parsed) => string.Join(' ', parsed.Tokens.Select(token => Quoted(token.Value)).Prepend("./paritynet"));

    /// <summary>One argument, quoted where a shell would split or expand it.</summary>
    public static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(c => char.IsAsciiLetterOrDigit(c) || "-_./=:,+@%".Contains(c))
            ? argument
            : $"'{argument.Replace("'", "'\\''")}'";
}
