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

    [Fact]
    public async Task Json_has_arguments_and_what_is_required()
    {
        Ran ran = await Ran.Of("list", "--json");
        JsonElement[] ops = [.. JsonElement.Parse(ran.Output).EnumerateArray()];
        JsonElement nll = ops.Single(op => op.GetProperty("name").GetString() == "nll_loss"), cosine = ops.Single(op => op.GetProperty("name").GetString() == "cosine_annealing_lr");
        Assert.Equal(["input", "target", "weight"], nll.GetProperty("arguments").EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        Assert.Equal("indices", nll.GetProperty("arguments")[1].GetProperty("kind").GetString());
        Assert.True(nll.GetProperty("arguments")[2].GetProperty("optional").GetBoolean());
        Assert.Equal(["T_max"], cosine.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public async Task Json_has_examples_that_build_the_specs_they_show()
    {
        Ran ran = await Ran.Of("list", "--json");
        foreach (JsonElement op in JsonElement.Parse(ran.Output).EnumerateArray())
        {
            OpEntry entry = Catalog.Find(op.GetProperty("name").GetString()!);
            Assert.Equal(entry.Examples, op.GetProperty("examples").EnumerateArray().Select(example =>
                entry.Build(example.EnumerateObject().ToDictionary(option => option.Name, option => option.Value))));
        }
    }
}
