using ParityNet.Parity;

namespace ParityNet.Tests.Ops;

public class OpPagesTests
{
    public static TheoryData<string> Files => new(Pages.Written.Select(page => page.File));

    public static TheoryData<string> Ops => new(Catalog.All.Select(op => op.Name));

    [Theory, MemberData(nameof(Files))]
    public void Page_says_what_the_catalogue_has(string file) => Repository.Approve(
        Pages.Written.Single(page => page.File == file).Text, Repository.At("docs", "ops", file), "dotnet run --project tests/Docs.Tests/Docs.Tests.csproj");

    [Theory, MemberData(nameof(Ops))]
    public void Op_says_what_it_computes_and_what_its_options_mean(string name)
    {
        OpEntry op = Catalog.Find(name);

        Assert.True(Documentation.Remarks(op).Contains('`', StringComparison.Ordinal), $"{op.SpecType.Name} must give its formula, got none in its remarks.");
        Assert.All(op.Options, option => Assert.False(
            string.IsNullOrEmpty(Documentation.Of(op, option)), $"{op.SpecType.Name} must say what {option.Name} means, got nothing."));
    }

    [Theory, MemberData(nameof(Ops))]
    public void Op_has_a_picture(string name)
    {
        OpEntry op = Catalog.Find(name);

        Assert.True(Pictures.Has(op) || !Pictures.Needs(op), $"{name} must have a picture: docs/images/make.sh ops {name} draws it.");
    }

    [Fact]
    public void Picture_is_one_of_an_op() => Assert.Empty(Pictures.All.Except(Catalog.All.Select(op => op.Name)));
}
