using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using ParityNet.Cli.Commands;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Output;
using ParityNet.Parity;

namespace ParityNet.Cli;

/// <summary>Runs a command; an error is reported in one sentence, without a stack trace.</summary>
static partial class CommandLine
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="arguments">The arguments of the process.</param>
    /// <param name="terminal">The terminal.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        try
        {
            ParseResult parsed = Root(terminal)
                .Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
            if (StrayOption(parsed) is { } stray)
                return Fail(terminal, Unknown(parsed.CommandResult.Command, stray));
            if (parsed.Action is ParseErrorAction)
                return Fail(terminal, Complaint(parsed, arguments));
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
                Output = terminal.Output,
                Error = terminal.Error,
            });
        }
        catch (OperationCanceledException)
        {
            return Interruption.Code;
        }
        catch (Exception problem) when (problem is UsageException or UnknownNameException or InvalidDataException or NotSupportedException)
        {
            return Fail(terminal, problem.Message);
        }
        catch (ArgumentException problem)
        {
            return Fail(terminal, ParameterName.Replace(problem.Message, ""));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return Fail(terminal, $"The files of the command must be there to be read and written: got {FileProblem.Of(problem)}.");
        }
        catch (OutOfMemoryException)
        {
            return Fail(terminal, "The command must fit into memory: expected fewer or smaller values, got more than there is room for.");
        }
        catch (Exception problem)
        {
            string kind = problem.GetType().Name;
            return Fail(terminal, $"ParityNet must not fail: got {kind[..^(kind.EndsWith("Exception", StringComparison.Ordinal) ? 9 : 0)]} " +
                $"within it; " +
                "please report the command as a bug.");
        }
    }

    static RootCommand Root(Terminal terminal) =>
        new("Proves that hand-written machine-learning mathematics matches libtorch, and says who is right where it does not.")
    {
        ReportCommand.Create(terminal),
        CheckCommand.Create(terminal),
        ListCommand.Create(terminal),
        EvalCommand.Create(),
        ProveCommand.Create(terminal),
        JudgeCommand.Create(),
        MinimizeCommand.Create(terminal),
        TrainCommand.Create(terminal),
        PredictCommand.Create(terminal),
        ReplayCommand.Create(terminal),
        AccuracyCommand.Create(terminal),
        AuditCommand.Create(terminal),
        FrameworksCommand.Create(terminal),
        BlindCommand.Create(terminal),
        RenderCommand.Create(terminal),
        MergeCommand.Create(terminal),
        SweepCommand.Create(terminal),
        DiffCommand.Create(terminal),
        VerifyCommand.Create(terminal),
    };

    // The parser's own message for a wrong name does not list the right ones.
    static string Complaint(ParseResult parsed, IReadOnlyList<string> arguments)
    {
        Command command = parsed.CommandResult.Command;
        string? stray = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
        if (stray is not null && stray.StartsWith('-'))
            return Unknown(command, stray);
        if (command is RootCommand)
        {
            IEnumerable<string> names = command.Subcommands.Select(known => known.Name);
            return stray is null
                ? $"a command must be given: expected {string.Join(" or ", names)}, got " +
                    $"{(arguments.Count == 0 ? "none" : string.Join(' ', arguments))}."
                : new UnknownNameException("command must be a known one", stray, names).Message;
        }
        if (WrongCount(parsed) is { } wrong)
            return wrong;
        return stray is null
            ? parsed.Errors[0].Message
            : $"{command.Name} must be given nothing else: expected " +
                $"{string.Join(" or ", [.. command.Arguments.Select(argument => argument.Name), "options"])}, got {Echo.Of(stray)}.";
    }

    static string Unknown(Command command, string option) => new UnknownNameException(
        $"option must be one that {command.Name} has", option.Split('=')[0], command.Options.Select(known => known.Name)).Message;

    // Where a command takes any number of names, the parser takes a misspelt option for one of them.
    static string? StrayOption(ParseResult parsed) => parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
        .FirstOrDefault(token => token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)
            && parsed.CommandResult.Command.Arguments.Any(argument => parsed.GetResult(argument)?.Tokens.Contains(token) == true))?.Value;

    // The message for a missing or repeated argument.
    static string? WrongCount(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (command.Arguments.FirstOrDefault(argument =>
            argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0)) is { } absent)
            return $"{absent.Name} must be given: expected {command.Name} <{absent.Name}>, got none.";
        foreach (OptionResult result in parsed.CommandResult.Children.OfType<OptionResult>())
        {
            Option option = result.Option;
            string usage = $"{option.Name} <{option.HelpName}>";
            if (result.Tokens.Count > option.Arity.MaximumNumberOfValues)
                return $"{option.Name} must be given once: expected one value, got " +
                    $"{string.Join(" and ", result.Tokens.Select(token => Echo.Of(token.Value)))}.";
            if (result.Tokens.Count < option.Arity.MinimumNumberOfValues && (option.Required || result.IdentifierToken is not null))
                return $"{option.Name} must be given{(result.IdentifierToken is null ? "" : " with a value")}: expected {usage}, got none.";
        }
        return null;
    }

    static int Fail(Terminal terminal, string message)
    {
        try
        {
            terminal.Error.WriteLine(Echo.Clean(message));
        }
        catch (IOException)
        {
            // Nobody can be told where the error output is full too; the exit code says it.
        }
        return ExitCode.BadUsage;
    }

    // .NET appends the C# parameter name to the message of an ArgumentException.
    [GeneratedRegex(@" \(Parameter '[^']*'\)")]
    static partial Regex ParameterName { get; }
}
