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
    [InlineData("""{"milestones": [3, "x"]}""", "milestones[1] must be of its kind: expected an integer from -2147483648 to 2147483647, got \"x\".")]
    [InlineData("""{}""", "multi_step_lr must be given its options: expected milestones, got none.")]
    public void List_that_is_none_is_refused_in_words(string options, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(() => Catalog.Find("multi_step_lr").Build(Options(options))).Message);

    [Fact]
    public void Spec_within_a_spec_is_read_and_written_with_its_options()
    {
        OpEntry op = Catalog.Find("sequential_lr");
        const string options = """{"schedulers": [{"name": "step_lr", "options": {"step_size": 30, "gamma": 0.5}}, {"name": "constant_lr"}], "milestones": [4]}""";
        var sequence = new Sequential([new Step(30, 0.5), new Constant()], [4]);

        Assert.Equal(sequence, op.Build(Options(options)));
        Assert.Equal("""[{"name":"step_lr","options":{"step_size":30,"gamma":0.5}},{"name":"constant_lr","options":{"factor":0.3333333333333333,"total_iters":5}}]""",
            OptionValue.Json(op.Options[0].ValueIn(sequence)).GetRawText());
        Assert.Equal("[step_lr(step_size=30, gamma=0.5), constant_lr]", OptionValue.Text(op.Options[0].ValueIn(sequence)));
    }

    [Theory]
    [InlineData("""{"schedule": 3, "warmup_steps": 2}""", "schedule must be of its kind: expected a schedule as an object with name and options, got 3.")]
    [InlineData("""{"schedule": {"name": "step_lr", "options": {"step_size": 30, "gamma": -1}}, "warmup_steps": 2}""", "gamma must be a finite number of at least 0, got -1.")]
    [InlineData("""{"schedule": {"name": "steplr"}, "warmup_steps": 2}""", "name must be a known schedule: expected one near step_lr, got steplr.")]
    public void Spec_within_a_spec_that_is_none_is_refused_in_words(string options, string message) =>
        Assert.Equal(message, Assert.ThrowsAny<ArgumentException>(() => Catalog.Find("warmup").Build(Options(options))).Message);

    [Theory]
    [InlineData("""{"lr_lambda": []}""", "lr_lambda must hold at least one number: expected the factor of step 0, got none.")]
    [InlineData("""{"lr_lambda": [1, -1]}""", "lr_lambda must be a finite number of at least 0, got -1.")]
    public void Factors_are_a_list_and_refused_by_the_name_of_the_option(string options, string message)
    {
        OpEntry op = Catalog.Find("lambda_lr");

        Assert.Equal(new Lambda(new Factors(1, 0.5)), op.Build(Options("""{"lr_lambda": [1, 0.5]}""")));
        Assert.Equal("[1, 0.5]", OptionValue.Text(op.Options[0].ValueIn(new Lambda(new Factors(1, 0.5)))));
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => op.Build(Options(options))).Message);
    }

    [Fact]
    public void Option_that_may_be_left_out_is_null()
    {
        OpEntry op = Catalog.Find("one_cycle_lr");

        Assert.Equal(new OneCycle(0.1, 10), op.Build(Options("""{"max_lr": 0.1, "total_steps": 10, "epochs": null}""")));
        Assert.Null(op.Options.Single(o => o.Name == "epochs").ValueIn(new OneCycle(0.1, 10)));
        Assert.Equal("max_lr must be of its kind: expected a number, got null.", Assert.Throws<ArgumentException>(() => op.Build(Options("""{"max_lr": null}"""))).Message);
    }

    [Fact]
    public void Word_of_an_enumeration_may_be_its_own()
    {
        OpEntry op = Catalog.Find("cyclic_lr");

        Assert.Equal(CyclicMode.ExpRange, ((Cyclic)op.Build(Options("""{"base_lr": 0, "max_lr": 1, "mode": "exp_range"}"""))).Mode);
        Assert.Equal("exp_range", OptionValue.Plain(CyclicMode.ExpRange));
        Assert.Equal("mode must be of its kind: expected one of triangular, triangular2, exp_range, got \"range\".",
            Assert.Throws<ArgumentException>(() => op.Build(Options("""{"base_lr": 0, "max_lr": 1, "mode": "range"}"""))).Message);
    }

    [Theory, InlineData("squared_euclidean"), InlineData("squaredeuclidean")]
    public void Word_is_read_with_and_without_underscores_and_written_in_one_way(string word)
    {
        OpEntry op = Catalog.Find("triplet_margin_with_distance_loss");
        OpSpec spec = op.Build(Options($$"""{"distance_function": "{{word}}"}"""));

        Assert.Equal(new TripletMarginWithDistance(Distance.SquaredEuclidean), spec);
        Assert.Equal("squared_euclidean", op.Options.Single(o => o.Name == "distance_function").ValueIn(spec));
    }

    static Dictionary<string, JsonElement> Options(string json) => JsonElement.Parse(json).EnumerateObject().ToDictionary(o => o.Name, o => o.Value);
}
