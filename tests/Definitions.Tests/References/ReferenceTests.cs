using Xunit;

namespace ParityNet.Definitions.Tests.References;

public sealed class ReferenceTests
{
    static readonly Lazy<IReadOnlyList<Element>> Elements = new(() =>
    [
        .. Reference.Files()
            .SelectMany(Reference.Read)
            .Where(reference => !reference.IsRefused && reference.Kind != "schedule")
            .SelectMany(ReferenceCheck.Of),
    ]);

    [Fact]
    public void Results_of_PyTorch_lie_inside_the_definitions_unless_a_known_deviation_covers_them()
    {
        Element[] outside = [.. Elements.Value.Where(e => !e.IsInside && !KnownDeviation.All.Any(known => known.Covers(e)))];

        Assert.True(outside.Length == 0, string.Join(Environment.NewLine, outside.Take(20).Select(e => e.ToString())));
    }

    [Fact]
    public void Every_known_deviation_still_shows()
    {
        string[] gone =
        [
            .. KnownDeviation.All.Where(known => !Elements.Value.Any(e => !e.IsInside && known.Covers(e))).Select(known => known.Name),
        ];

        Assert.Empty(gone);
    }

    [Fact]
    public void References_cover_many_elements_of_every_kind()
    {
        Assert.Contains(Elements.Value, e => e.Reference.Kind == "loss" && e.Reference.IsDouble);
        Assert.Contains(Elements.Value, e => e.Reference.Kind == "activation" && !e.Reference.IsDouble);
        Assert.Contains(Elements.Value, e => e.Reference.Kind == "optimizer" && e.Quantity.Contains("exp_avg_sq", StringComparison.Ordinal));
        Assert.True(Elements.Value.Count > 50_000, $"References must hold many numbers: expected more than 50,000, got {Elements.Value.Count}.");
    }
}
