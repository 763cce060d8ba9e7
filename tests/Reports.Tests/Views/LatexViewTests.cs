using System.Diagnostics;
using System.Text.RegularExpressions;
using ParityNet.Parity.Known;
using ParityNet.Parity.Laws;
using ParityNet.Reports.Rendering;
using ParityNet.Reports.Rendering.Latex;
using ParityNet.Reports.Rendering.Sections;
using ParityNet.Reports.Tests.Samples;
using Xunit;

namespace ParityNet.Reports.Tests.Views;

public sealed class LatexViewTests
{
    public static TheoryData<string> Samples => [.. SampleReport.Names.Except(["everything"])];

    [Theory]
    [MemberData(nameof(Samples))]
    public void An_appendix_compiles_without_a_complaint(string name)
    {
        Assert.SkipUnless(OnPath("pdflatex"), "TeX Live is needed to compile the appendix: expected pdflatex on PATH, got none.");
        string folder = Directory.CreateTempSubdirectory("paritynet-tex-").FullName;
        try
        {
            Report report = SampleReport.Named(name);
            File.WriteAllText(Path.Combine(folder, "report.tex"), LatexView.Document(report, "appendix"));
            File.WriteAllText(Path.Combine(folder, "appendix.tex"), LatexView.Appendix(report));
            // Tables over several pages know the widths of their columns from the run before.
            string log = "";
            for (int run = 0; run < 3; run++)
                log = Run(folder, "pdflatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex");
            Assert.Matches(@"Output written on report\.pdf \(\d+ pages?", log);
            Assert.DoesNotMatch("(?m)^!|Missing character|undefined|Column widths have changed", log);
            Assert.All(Regex.Matches(log, @"Overfull \\hbox \(([\d.]+)pt too wide"), wide => Assert.Fail(wide.Value));
            if (OnPath("pdftotext"))
                LooksRight(folder, report);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Every_symbol_of_known_differences_and_laws_has_its_command()
    {
        IEnumerable<string> texts =
        [
            MethodText.Short, .. KnownDifferences.All.SelectMany(known => (string[])[known.Condition, known.Reason]), .. LawBook.All.Select(law => law.Name),
        ];
        Assert.All(texts, text => Assert.DoesNotContain("[U+", LatexText.Of(text), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(@"\input{/etc/passwd} $x$ a_b 50% #1 ~ & {", @"\textbackslash{}input\{/etc/passwd\} \$x\$ a\_b 50\% \#1 \textasciitilde{} \& \{")]
    [InlineData("2⁻¹⁰ xᵢ ≤ δ", @"2$^{-10}$ x$_{i}$ $\leq$ $\delta$")]
    [InlineData("語", "[U+8A9E]")]
    public void Text_never_becomes_a_command(string text, string latex) => Assert.Equal(latex, LatexText.Of(text));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_document_is_ascii(string name) => Assert.DoesNotMatch(@"[^\x00-\x7F]", LatexView.Appendix(SampleReport.Named(name)));

    static void LooksRight(string folder, Report report)
    {
        string[] pages = Run(folder, "pdftotext", "-layout", "report.pdf", "-").Split('\f', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(pages, page => Assert.False(string.IsNullOrWhiteSpace(page), "A page must not be blank."));
        string all = Regex.Replace(string.Concat(pages), @"\s+", " ");
        Assert.Contains(report.Setup.Seed.ToString(), all, StringComparison.Ordinal);
        Assert.Equal(2 * report.Ops.Select(op => op.ElementType).Distinct().Count() + report.Trajectories.Length,
            Regex.Matches(all, @"Figure (\d+):").Select(m => m.Groups[1].Value).Distinct().Count());
        Assert.All(report.Ops, op => Assert.Contains(op.Op.Split('_')[0], all, StringComparison.Ordinal));
    }

    static string Run(string folder, string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Lines of the log are not broken.
            Environment = { ["max_print_line"] = "1000" },
        })!;
        Task<string> complaints = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{command}: {complaints.Result}\n{output[Math.Max(0, output.Length - 2000)..]}");
        return output;
    }

    static bool OnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, command)) || File.Exists(Path.Combine(folder, command + ".exe")));
}
