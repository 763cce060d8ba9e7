using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Cli.Tests.Commands;

/// <summary>Blind seeds over the settings of libtorch, and what is said of bad ones.</summary>
public sealed class BlindTests
{
    [Fact]
    public async Task Each_setting_has_a_row_and_the_second_judges_what_differs()
    {
        TestBackends.Get("torch");
        Ran ran = await Ran.Of("blind", "--seeds", "9", "--cases", "3", "--ops", "mse_loss,step_lr", "--capabilities", "default,avx2", "--threads", "1");
        Assert.Equal(0, ran.ExitCode);
        string[] rows = [.. ran.Output.Split('\n').Where(line => line.StartsWith("│ 9 ", StringComparison.Ordinal))];
        Assert.Equal(2, rows.Length);
        Assert.Contains("default", rows[0], StringComparison.Ordinal);
        Assert.Contains("avx2", rows[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--capabilities", "sse", "--capabilities must be those of libtorch")]
    [InlineData("--threads", "0", "expected digits, got 0")]
    [InlineData("--seeds", "many", "expected digits, got many")]
    [InlineData("--ops", "nothing_like_it", "name must be a known op")]
    public async Task Bad_settings_are_refused_in_one_sentence(string option, string value, string sentence) =>
        (await Ran.Of("blind", option, value)).IsOneSentence(sentence);
}
