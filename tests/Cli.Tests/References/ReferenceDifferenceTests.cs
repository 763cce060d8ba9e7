using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Definitions.Numbers;
using ParityNet.Parity.Cases;
using ParityNet.Reports.Rendering.Plots;

namespace ParityNet.Cli.Tests.References;

/// <summary>What PyTorch computed otherwise than libtorch 2.10 is still to be seen in what is stored, and is explained.</summary>
public class ReferenceDifferenceTests
{
    static readonly Reference[] Stored = [.. Reference.Load("activations")];

    public static TheoryData<string> Ops => [.. ReferenceDifference.All.Select(difference => difference.Op)];

    [Theory, MemberData(nameof(Ops))]
    public void Stored_values_still_lie_outside(string op)
    {
        ReferenceDifference difference = ReferenceDifference.All.Single(one => one.Op == op);
        Reference[] answered = [.. Stored.Where(reference => !reference.IsRefusal && reference.Request.GetProperty("name").GetString() == op)];

        Assert.Contains(answered, reference => !reference.IsDouble && Shows<float>(difference, reference));
        Assert.Contains(answered, reference => reference.IsDouble && Shows<double>(difference, reference));
    }

    [Fact]
    public void They_are_of_the_version_that_answered() => Assert.StartsWith(
        ReferenceDifference.Version,
        JsonElement.Parse(File.ReadAllText(Repository.Path("tests", "References", "manifest.json"))).GetProperty("torch").GetString(),
        StringComparison.Ordinal);

    static bool Shows<T>(ReferenceDifference difference, Reference reference) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var about = (Case<T>)CaseReader.Read(reference.Request.GetRawText());
        Defined<Enclosure<T>> value = about.Define<Enclosure<T>>()[0];
        Tensor<T> stored = Reference.Numbers<T>(reference.Response.GetProperty("value"));
        bool shows = false;
        new Comparison(reference.Case).Inside(value.Name, value.Elements, stored.Flat(), finding => shows |= difference.Explains(about, finding));
        return shows;
    }
}
