using System.Text.Json;

namespace ParityNet.Tests.Specs;

public class OptionValueTests
{
    [Fact]
    public void Spec_with_a_list_equals_another_with_the_same_items()
    {
        Assert.Equal(new MultiStep([3, 8]), new MultiStep([3, 8]));
        Assert.Equal(new MultiStep([3, 8]).GetHashCode(), new MultiStep([3, 8]).GetHashCode());
        Assert.NotEqual(new MultiStep([3, 8]), new MultiStep([8, 3]));
        Assert.Equal(new MultiStep([]), new MultiStep(default));
    }

    [Fact]
    public void List_is_read_and_written_as_a_list()
    {
        OpEntry op = Catalog.Find("multi_step_lr");

        Assert.Equal(new MultiStep([3, 8], 0.5), op.Build(Options("""{"milestones": [3, 8], "gamma": 0.5}""")));
        Assert.Equal("[3,8]", OptionValue.Json(op.Options[0].ValueIn(new MultiStep([3, 8]))).GetRawText());
        Assert.Equal("[3, 8]", OptionValue.Text(op.Options[0].ValueIn(new MultiStep([3, 8]))));
    }

    [Theory]
    [InlineData("""{"milestones": 3}""", "milestones must be of its kind: expected a list, got 3.")]
    [InlineData("""{"milestones": [3, "x"]}""", "milestones[1] must be of its kind: expected an integer, got \"x\".")]
    [InlineData("""{}""", "multi_step_lr must be given its options: expected milestones, got none.")]
    public void List_that_is_none_is_refused_in_words(string options, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(() => Catalog.Find("multi_step_lr").Build(Options(options))).Message);

    static Dictionary<string, JsonElement> Options(string json) => JsonElement.Parse(json).EnumerateObject().ToDictionary(o => o.Name, o => o.Value);
}
