namespace ParityNet.Cli.Tests.Fuzz;

/// <summary>What no message may show.</summary>
static class Leaks
{
    static readonly string[] Marks =
        ["(Parameter '", "target of an invocation", "System.", "Exception", "   at ", "\n", "\r", "\t", "\u001b", "\u0007", "/work/", "/src/", "must not fail", ".cs:", "ParityNet.Reports", "deserializ",
        "Specified argument", "Value cannot be", "was out of range", "Object reference", "Nullable object"];

    // Of 80 characters, with quotes, an ellipsis and a mark around.
    const int Longest = 90;

    /// <summary>Requires one short clean sentence.</summary>
    public static void None(string message, string input)
    {
        string? leak = Marks.FirstOrDefault(mark => message.Contains(mark, StringComparison.Ordinal));
        Assert.True(leak is null, $"A message must not show {leak}: {message} for {input}");
        string? echo = message.Split(' ', ',').FirstOrDefault(word => word.Length > Longest);
        Assert.True(echo is null, $"A message must cut what it repeats: {message} for {input}");
        Assert.True(message.Length is > 10 and < 4000 && message.EndsWith('.'), $"A message must be a short sentence: {message} for {input}");
    }

    /// <summary>How many inputs to try: PARITY_FUZZ, or a few.</summary>
    public static int Count(int few) => int.TryParse(Environment.GetEnvironmentVariable("PARITY_FUZZ"), out int many) ? many : few;
}
