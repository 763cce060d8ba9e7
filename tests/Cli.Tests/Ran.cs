using ParityNet.Cli.Output;

namespace ParityNet.Cli.Tests;

/// <summary>A command that ran inside the test's own process.</summary>
sealed record Ran(int ExitCode, string Output, string Error)
{
    public static async Task<Ran> Of(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        int code = await CommandLine.Run(arguments, new Terminal(output, error));
        return new Ran(code, output.ToString(), error.ToString());
    }

    /// <summary>Bad usage: exit code 2, one sentence on the error side, nothing on the other.</summary>
    public void IsOneSentence(string containing)
    {
        Assert.Equal(2, ExitCode);
        Assert.Empty(Output);
        Assert.Equal(1, Error.Count(c => c == '\n'));
        Assert.EndsWith(".\n", Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
        Assert.Contains(containing, Error, StringComparison.Ordinal);
    }
}
