using System.CommandLine;
using System.CommandLine.Parsing;

namespace ParityNet.Cli;

/// <summary>Runs a command so that a person sees one sentence, and never a stack trace, when something is wrong.</summary>
static class CommandLine
{
    /// <summary>The exit code for bad usage.</summary>
    public const int BadUsage = 2;

    public static async Task<int> Run(RootCommand root, string[] arguments)
    {
        ParseResult parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
            return Fail(parsed.Errors[0].Message);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
        catch (Exception problem) when (problem is UsageException or ArgumentException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            return Fail(problem.Message);
        }
        catch (Exception problem)
        {
            return Fail($"{problem.GetType().Name}: {problem.Message}");
        }
    }

    static int Fail(string message)
    {
        Console.Error.WriteLine(message.ReplaceLineEndings(" "));
        return BadUsage;
    }
}
