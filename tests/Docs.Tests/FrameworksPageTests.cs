using System.Text.RegularExpressions;
using ParityNet.Parity;

namespace ParityNet.Tests;

/// <summary>The page of other frameworks, which <c>./paritynet frameworks</c> writes, is whole and has what was found.</summary>
public partial class FrameworksPageTests
{
    static readonly string Page = File.ReadAllText(Repository.At("docs", "frameworks.md"));

    [Fact]
    public void Page_is_dated_and_says_the_version_of_every_framework()
    {
        Assert.Matches(Written, Page);
        Assert.Matches(Versions, Page);
        Assert.DoesNotContain("not there", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_has_every_op_of_the_catalogue_with_its_witnesses()
    {
        string[] rows = [.. Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))];

        Assert.Equal(Catalog.All.Select(op => $"`{op.Name}`").Order(StringComparer.Ordinal), rows.Select(row => row.Split('|')[1].Trim()).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Equal(8, row.Split('|').Length));
    }

    [Fact]
    public void Page_names_the_ops_with_one_witness_or_none()
    {
        string[] rows = [.. Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))];
        string[] none = [.. rows.Where(row => row.Split('|')[^2].Trim() == "none").Select(row => row.Split('|')[1].Trim())];
        string[] one = [.. rows.Where(row => row.Split('|')[^2].Trim() is var who && who != "none" && !who.Contains(',', StringComparison.Ordinal)).Select(row => row.Split('|')[1].Trim())];

        Assert.Contains($"- None: {string.Join(", ", none)}.", Page, StringComparison.Ordinal);
        Assert.All(one, op => Assert.Contains($"{op} (", Page, StringComparison.Ordinal));
        Assert.Contains($"Of {rows.Length} ops {rows.Length - one.Length - none.Length} have two witnesses or more, {one.Length} have one and {none.Length} have none.", Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TensorFlow.js", "adadelta", "the first step is SGD's")]
    [InlineData("TensorFlow.js", "rmsprop", "√(s − ḡ² − ε)")]
    [InlineData("TensorFlow.js", "adagrad", "ε is 1e-7 and stands under the root")]
    [InlineData("TensorFlow.js", "hinge", "Targets of 0 and 1 are taken for −1 and 1")]
    public void Known_finding_is_on_the_page(string framework, string op, string said)
    {
        string section = Page[Page.IndexOf($"## {framework} ", StringComparison.Ordinal)..];

        Assert.Contains(section.Split('\n'), line => line.StartsWith($"- **`{op}`**", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"Written on 20\d\d-\d\d-\d\d by `\./paritynet frameworks`")]
    static partial Regex Written { get; }

    [GeneratedRegex(@"\| PyTorch \| \d.*\n\| TensorFlow\.js \| 4\.22\.0 .*\n\| Keras\.js \| 4\.22\.0 .*\n\| ONNX Runtime \| 1\.31\.1 ")]
    static partial Regex Versions { get; }
}
