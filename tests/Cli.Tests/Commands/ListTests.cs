using System.Text.Json;
using ParityNet.Parity;

namespace ParityNet.Cli.Tests.Commands;

public class ListTests
{
    [Fact]
    public async Task The_table_has_every_op_and_no_colour()
    {
        Ran ran = await Ran.Of("list");
        Assert.Equal(0, ran.ExitCode);
        Assert.All(Catalog.All, op => Assert.Contains($" {op.Name} ", ran.Output, StringComparison.Ordinal));
        Assert.DoesNotContain('\e', ran.Output);
    }

    [Fact]
    public async Task Json_has_options_defaults_types_and_backends_of_every_op()
    {
        Ran ran = await Ran.Of("list", "--json");
        JsonElement[] ops = [.. JsonElement.Parse(ran.Output).EnumerateArray()];
        Assert.Equal(Catalog.All.Select(op => op.Name), ops.Select(op => op.GetProperty("name").GetString()));
        JsonElement adam = ops.Single(op => op.GetProperty("name").GetString() == "adam");
        Assert.Equal([0.9, 0.999], adam.GetProperty("options").GetProperty("betas").EnumerateArray().Select(beta => beta.GetDouble()));
        Assert.Equal("native", adam.GetProperty("backends")[0].GetString());
        Assert.Equal(["float32", "float64"], adam.GetProperty("types").EnumerateArray().Select(type => type.GetString()));
    }
}
