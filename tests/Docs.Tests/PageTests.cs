using System.Text.RegularExpressions;
using ParityNet.Native;
using ParityNet.Parity;
using ParityNet.Reports.Rendering.Plots;
using ParityNet.Torch;

namespace ParityNet.Tests;

public partial class PageTests
{
    static readonly string Solution = File.ReadAllText(Repository.At("ParityNet.sln")).Replace('\\', '/');

    // The code of the audit's page is the text of the lambdas that ran; AuditPageTests holds the whole page to what the audit writes.
    public static TheoryData<string> Code => Positions(b => b.Language is "csharp" or "fsharp" && b.Page != "docs/torchsharp.md");

    public static TheoryData<string> Commands => Positions(b => b.Language == "bash");

    public static TheoryData<string, string> Outputs => new(Printed.Select(b => (b.Page, b.Said("output of")!)).Distinct());

    public static TheoryData<string> Exchanges => Positions(b => b.Said("eval") is not null);

    public static TheoryData<string> Pages => new(Block.Pages);

    [Theory, MemberData(nameof(Code))]
    public void Code_stands_word_for_word_in_a_file_that_is_compiled(string position)
    {
        Block block = Find(position);
        string path = block.Said("from") ?? throw new InvalidOperationException($"{position} must say where it stands: expected <!-- from: path --> above, got {block.Note}.");
        string[] file = [.. File.ReadAllLines(Repository.At(path.Split('/'))).Select(line => line.Trim())], wanted = [.. block.Lines.Select(line => line.Trim())];

        Assert.True(IsCompiled(path), $"{path} must belong to a project of the solution.");
        Assert.True(
            Enumerable.Range(0, file.Length).Any(i => file.Skip(i).Take(wanted.Length).SequenceEqual(wanted)),
            $"{position} must stand in {path} line by line.");
    }

    [Theory, MemberData(nameof(Commands))]
    public void Command_is_one_that_there_is(string position)
    {
        foreach (string line in Find(position).Lines.Where(line => line.Length > 0 && line[0] != '#'))
        {
            string[] words = [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w.Contains('=') && w[0] != '-')];
            if (words[0] == "./paritynet")
                HasOptions(words[1], words.Where(w => w.StartsWith("--", StringComparison.Ordinal)));
            else if (words[0] is not ("dotnet" or "git"))
                Assert.True(File.Exists(Repository.At(words[0] == "/usr/bin/python3" ? words[1] : words[0])), $"{position}: {words[0]} must be there.");
            foreach (string file in words.Skip(1).Where(w => w.EndsWith(".csproj", StringComparison.Ordinal) || w.EndsWith(".sln", StringComparison.Ordinal) || w.StartsWith("data/", StringComparison.Ordinal)))
                Assert.True(File.Exists(Repository.At(file)), $"{position}: {file} must be there.");
        }
    }

    [Theory, MemberData(nameof(Outputs))]
    public void Outputs_of_a_page_are_together_all_that_the_program_writes(string page, string program)
    {
        if (TorchBackend.Unavailable is { } reason)
            Assert.Skip(reason);
        string project = program.Split('/')[^1];
        IEnumerable<string> printed = Printed.Where(b => b.Page == page && b.Said("output of") == program).Select(b => string.Join('\n', b.Lines) + "\n");

        Assert.Equal(WithoutShare(Tool.Run(project, $"ParityNet.{project}.dll").Output), WithoutShare(string.Join('\n', printed)));
    }

    [Theory, MemberData(nameof(Exchanges))]
    public void Answer_is_what_the_backend_gives(string position)
    {
        var session = new EvalSession(new NativeBackend());
        foreach (string[] pair in Find(position).Lines.Chunk(2))
            Assert.Equal(pair[1], "→ " + session.Answer(pair[0]));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Links_lead_to_files(string page)
    {
        string folder = Path.GetDirectoryName(Repository.At(page))!;
        string[] broken = [.. Link().Matches(File.ReadAllText(Repository.At(page))).Select(m => m.Groups[1].Value.Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal) && !Path.Exists(Path.Combine(folder, link)))];

        Assert.Empty(broken);
    }

    static void HasOptions(string command, IEnumerable<string> options)
    {
        (int code, string help) = Tool.Run("Cli", "paritynet.dll", command, "--help");

        Assert.True(code == 0, $"paritynet must have the command {command}: {help}");
        foreach (string option in options)
            Assert.Contains(option.Split('=')[0], help, StringComparison.Ordinal);
    }

    static bool IsCompiled(string path)
    {
        for (string? folder = Path.GetDirectoryName(path); !string.IsNullOrEmpty(folder); folder = Path.GetDirectoryName(folder))
            if (Directory.EnumerateFiles(Repository.At(folder), "*.?sproj").FirstOrDefault() is { } project)
                return Solution.Contains(Path.GetRelativePath(Repository.Root, project).Replace('\\', '/'), StringComparison.Ordinal);
        return false;
    }

    // How often libtorch has the same bits depends on the vector instructions it finds; all else is the same on every machine.
    static string WithoutShare(string text) => Share().Replace(text, "to the bit on N %");

    static IEnumerable<Block> Printed => Block.All.Where(b => b.Language == "text" && b.Said("output of") is not null);

    static Block Find(string position) => Block.All.Single(block => block.Position == position);

    static TheoryData<string> Positions(Func<Block, bool> which) => new(Block.All.Where(which).Select(block => block.Position));

    [GeneratedRegex(@"to the bit on [\d.]+ %")]
    private static partial Regex Share();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
