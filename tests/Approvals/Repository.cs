namespace ParityNet.Tests;

/// <summary>The checkout that the tests were built in.</summary>
static class Repository
{
    public static string Root { get; } = Ancestors(AppContext.BaseDirectory).First(folder => File.Exists(Path.Combine(folder, "ParityNet.sln")));

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Whether a changed text is to be written over the approved one: <c>PARITY_ACCEPT=1</c>.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("PARITY_ACCEPT") == "1";

    /// <summary>Requires that a file holds a text, or writes it there when changes are accepted.</summary>
    public static void Approve(string text, string path, string how)
    {
        if (Accepts)
            File.WriteAllText(path, text);
        string approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (approved == text)
            return;
        string[] was = approved.Split('\n'), now = text.Split('\n');
        Assert.Fail(
            $"{Path.GetRelativePath(Root, path)} must say what there is. To accept the change: PARITY_ACCEPT=1 {how}\n" +
            string.Join('\n', was.Except(now).Select(line => "- " + line).Concat(now.Except(was).Select(line => "+ " + line))));
    }

    static IEnumerable<string> Ancestors(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }
}
