using ParityNet.Cli.Output;

namespace ParityNet.Cli.Tests.Output;

public class ShellTextTests
{
    [Theory, InlineData("a b", "'a b'"), InlineData("it's", "'it'\\''s'"), InlineData("data/x.csv", "data/x.csv"), InlineData("", "''")]
    public void Arguments_are_quoted_for_a_shell(string argument, string text) => Assert.Equal(text, ShellText.Quoted(argument));
}
