using ParityNet.Reports.Rendering.Plots;
using ParityNet.Tests;
using Xunit;

namespace ParityNet.Parity.Tests.Museum;

/// <summary>The museum is complete, and its page says what is true.</summary>
public sealed class MuseumTests
{
    const string How = "dotnet run --project tests/Parity.Tests/Parity.Tests.csproj -- -class '*MuseumTests'";

    [Fact]
    public void Every_error_is_caught() =>
        Assert.Empty(MuseumTable.Rows.Where(row => row is { Cases: null, Laws.IsEmpty: true }).Select(row => $"{row.Op}: {row.Error}"));

    [Fact]
    public void Every_published_mistake_about_an_op_of_the_catalogue_is_planted()
    {
        string[] planted = [.. MuseumTable.Rows.SelectMany(row => row.Sources)];
        Assert.Empty(History.Wanted.Where(wanted => Catalog.All.Any(op => op.Names.Contains(wanted.Op)) && !planted.Contains(wanted.Source)).Select(wanted => wanted.Source));
    }

    [Fact]
    public void Every_published_mistake_has_a_link() => Assert.All(MuseumTable.Rows.SelectMany(row => row.Sources), source => Assert.NotNull(Sources.Link(source)));

    [Fact]
    public void The_page_says_how_soon_each_is_caught() => Repository.Approve(MuseumPage.Text(MuseumTable.Rows), Repository.At("docs", "museum.md"), How);

    [Fact]
    public void The_data_says_by_which_laws() => Repository.Approve(MuseumPage.Json(MuseumTable.Rows), Repository.At("docs", "museum.json"), How);
}
