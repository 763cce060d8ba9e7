using System.Globalization;
using System.Text.Json;
using ParityNet.Dialects;
using ParityNet.Losses;
using ParityNet.Optimizers;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using Xunit;

namespace ParityNet.Parity.Tests;

/// <summary>Names and defaults of Keras and optax, held against numbers that their own tests and documentation print.</summary>
public sealed class PresetTests
{
    public static TheoryData<string, string> All => [.. Presets.All.Select(preset => ($"{preset.Dialect}", preset.Names[0]))];

    // From keras/src/optimizers/*_test.py, test_single_step: parameters 1, 2, 3, 4 and gradients 1, 6, 7, 2, at a learning rate of 0.5.
    [Theory]
    [InlineData("sgd", "0.5 -1.0 -0.5 3.0")]
    [InlineData("adam", "0.5 1.5 2.5 3.5")]
    [InlineData("adamw", "0.4980 1.4960 2.494 3.492")]
    [InlineData("adamax", "0.5 1.5 2.5 3.5")]
    [InlineData("nadam", "0.4686 1.4686 2.4686 3.4686")]
    [InlineData("adadelta", "0.9993 1.9993 2.9993 3.9993")]
    [InlineData("adagrad", "0.5233 1.5007 2.5005 3.5061")]
    [InlineData("rmsprop", "-0.5811 0.4189 1.4189 2.4189")]
    [InlineData("lamb", "-0.3693 0.6306 1.6306 2.6306")]
    [InlineData("lion", "0.5 1.5 2.5 3.5")]
    public void Keras_single_step_gives_the_numbers_of_its_tests(string name, string printed) =>
        Printed(printed, Steps("keras", name, """{"learning_rate": 0.5}""", [1, 2, 3, 4], [[1, 6, 7, 2]])[0]);

    // From test_correctness_with_golden: ten parameters of 1, a gradient of 0.01 and then 0.1, 0.2, …, 1; the numbers after each step. That of SGD asks
    // for Nesterov momentum without momentum, which changes nothing there and is refused here.
    [Theory]
    [InlineData("sgd", "{}", 0, "0.9999 0.9989 0.9979 0.9969 0.9959")]
    [InlineData("sgd", "{}", 9, "0.9999 0.9899 0.9799 0.9699 0.9599")]
    [InlineData("adamw", """{"learning_rate": 1.0, "weight_decay": 0.5, "epsilon": 2}""", 0, "0.4998 0.2486 0.1223 0.0586 0.0263")]
    [InlineData("adamw", """{"learning_rate": 1.0, "weight_decay": 0.5, "epsilon": 2}""", 9, "0.4998 0.2382 0.1003 0.0258 -0.0159")]
    [InlineData("adamax", """{"learning_rate": 0.2, "beta_1": 0.85, "beta_2": 0.95, "epsilon": 1e-6}""", 0, "0.8 0.6827 0.5333 0.368 0.1933")]
    [InlineData("adamax", """{"learning_rate": 0.2, "beta_1": 0.85, "beta_2": 0.95, "epsilon": 1e-6}""", 9, "0.8 0.691 0.5466 0.3848 0.2126")]
    [InlineData("nadam", """{"learning_rate": 0.5, "beta_1": 0.5, "beta_2": 0.67, "epsilon": 1e-5}""", 0, "0.4281 -0.1738 -0.7115 -1.2335 -1.7492")]
    [InlineData("nadam", """{"learning_rate": 0.5, "beta_1": 0.5, "beta_2": 0.67, "epsilon": 1e-5}""", 9, "0.4281 -0.1717 -0.7084 -1.2299 -1.7454")]
    [InlineData("adagrad", """{"learning_rate": 0.2, "initial_accumulator_value": 0.3, "epsilon": 1e-6}""", 0, "0.9963 0.9604 0.9251 0.8903 0.856")]
    [InlineData("adagrad", """{"learning_rate": 0.2, "initial_accumulator_value": 0.3, "epsilon": 1e-6}""", 9, "0.9963 0.8209 0.6891 0.579 0.4825")]
    [InlineData("lion", "{}", 4, "0.999 0.998 0.997 0.996 0.995")]
    public void Keras_takes_the_steps_of_its_tests(string name, string options, int at, string printed)
    {
        double[] grads = [.. Enumerable.Range(1, 10).Select(i => i / 10.0)];
        double[][] steps = Steps("keras", name, options, [.. Enumerable.Repeat(1.0, 10)],
            [[.. Enumerable.Repeat(0.01, 10)], grads, grads, grads, grads]);

        Printed(printed, [.. steps.Select(step => step[at])]);
    }

    // One step of rate 1 from 0, worked out by hand, where ε and where it stands decide: Keras' Adam by 0.24 of PyTorch's step at 1e-6.
    [Theory]
    [InlineData("keras", "adam", "{}", 1e-6, "-0.24025")]
    [InlineData("keras", "adamw", "{}", 1e-6, "-0.24025")]
    [InlineData("keras", "nadam", "{}", 1e-7, "-0.53139")]
    [InlineData("keras", "adamax", "{}", 1e-7, "-0.5")]
    [InlineData("keras", "rmsprop", "{}", 1e-4, "-0.31466")]
    [InlineData("keras", "adagrad", """{"initial_accumulator_value": 0}""", 1e-4, "-0.30151")]
    [InlineData("optax", "rmsprop", "{}", 1e-4, "-0.95346")]
    [InlineData("optax", "adagrad", """{"initial_accumulator_value": 0}""", 1e-4, "-0.30151")]
    [InlineData("optax", "adam", """{"eps_root": 1e-8}""", 1e-4, "-0.70706")]
    public void Epsilon_is_the_systems_and_stands_where_it_has_it(string dialect, string name, string options, double gradient, string printed) =>
        Printed(printed, Steps(dialect, name, options.Replace("{", "{\"learning_rate\": 1" + (options == "{}" ? "" : ", "), StringComparison.Ordinal), [0], [[gradient]])[0]);

    // From test_weight_decay of every optimizer: three steps without a gradient leave 2·(1 − 0.004)³, which only decay apart from the gradient does.
    [Theory]
    [InlineData("sgd"), InlineData("adam"), InlineData("adamw"), InlineData("adamax"), InlineData("nadam"), InlineData("adadelta"), InlineData("adagrad")]
    [InlineData("rmsprop"), InlineData("lamb"), InlineData("lion")]
    public void Keras_decays_weights_apart_from_the_gradient(string name) =>
        Printed("1.9760959", [Steps("keras", name, """{"learning_rate": 1.0, "weight_decay": 0.004}""", [2], [[0], [0], [0]])[2][0]]);

    // From the documentation in optax/_src/alias.py: Σ x² from 1, 2, 3 after each of five steps.
    [Theory]
    [InlineData("adabelief", 0.003, "1.40E+01 1.39E+01 1.39E+01 1.38E+01 1.38E+01")]
    [InlineData("adadelta", 10, "1.36E+01 1.32E+01 1.29E+01 1.25E+01 1.21E+01")]
    [InlineData("adagrad", 1, "5.01E+00 2.40E+00 1.25E+00 6.86E-01 3.85E-01")]
    [InlineData("adam", 0.003, "1.40E+01 1.39E+01 1.39E+01 1.39E+01 1.38E+01")]
    [InlineData("adamw", 0.003, "1.40E+01 1.39E+01 1.39E+01 1.39E+01 1.38E+01")]
    [InlineData("lion", 0.003, "1.40E+01 1.39E+01 1.39E+01 1.39E+01 1.38E+01")]
    [InlineData("amsgrad", 0.003, "1.40E+01 1.39E+01 1.39E+01 1.39E+01 1.38E+01")]
    [InlineData("lars", 0.003, "1.40E+01 1.40E+01 1.40E+01 1.40E+01 1.40E+01")]
    [InlineData("lamb", 0.003, "1.39E+01 1.38E+01 1.38E+01 1.37E+01 1.36E+01")]
    [InlineData("sign_sgd", 0.003, "1.40E+01 1.39E+01 1.39E+01 1.39E+01 1.38E+01")]
    [InlineData("rmsprop", 0.003, "1.39E+01 1.38E+01 1.37E+01 1.37E+01 1.36E+01")]
    [InlineData("sgd", 0.003, "1.38E+01 1.37E+01 1.35E+01 1.33E+01 1.32E+01")]
    [InlineData("yogi", 0.002, "1.40E+01 1.40E+01 1.39E+01 1.39E+01 1.39E+01")]
    [InlineData("adamax", 0.003, "1.40E+01 1.39E+01 1.39E+01 1.39E+01 1.38E+01")]
    public void Optax_takes_the_steps_of_its_documentation(string name, double rate, string printed)
    {
        var spec = (OptimizerSpec)Catalog.Find(OpKind.Optimizer, name, Dialect.Optax).Build(
            new Dictionary<string, JsonElement> { ["learning_rate"] = JsonElement.Parse(rate.ToString("R", CultureInfo.InvariantCulture)) }, name, Dialect.Optax);
        IOptimizer<double> optimizer = Backends.Native.Optimizer<double>(spec);
        OptimizerState<double> state = optimizer.Init([System.Numerics.Tensors.Tensor.Create([1.0, 2, 3])]);
        var told = new List<string>();
        for (int step = 0; step < 5; step++)
        {
            state = optimizer.Update(state, [System.Numerics.Tensors.Tensor.Create([.. state.Parameters[0].Select(x => 2 * x)])]);
            told.Add(state.Parameters[0].Sum(x => x * x).ToString("0.00E+00", CultureInfo.InvariantCulture));
        }

        Assert.Equal(printed, string.Join(' ', told));
    }

    // From keras/src/losses/losses_test.py and optax/losses/_regression_test.py, _classification_test.py.
    [Theory]
    [InlineData("keras", "hinge", "{}", "0.6 0.4 0.4 0.6", "0 1 0 0", "2 2", "1.3")]
    [InlineData("keras", "hinge", """{"reduction": "sum_over_batch_size"}""", "0.6 0.4 0.4 0.6", "0 1 0 0", "2 2", "1.3")]
    [InlineData("keras", "mean_squared_logarithmic_error", "{}", "4 8 12 8 1 3", "1 9 2 -5 -2 6", "2 3", "1.4370")]
    [InlineData("optax", "huber_loss", "{}", "-2 0.5 0 0.5 2 4 132", "0 -0.5 0 1 1 2 0.3", "7", "1.5 0.5 0.0 0.125 0.5 1.5 131.2")]
    [InlineData("optax", "softmax_cross_entropy", "{}", "10 1 -2 1 4 0.2", "0 1 0 1 0 0", "2 3", "9.00013 3.0696733")]
    [InlineData("optax", "poly_loss_cross_entropy", "{}", "4 2 1 0 5 1", "1 0 0 0 0.8 0.2", "2 3", "0.4823 1.2567")]
    [InlineData("optax", "poly_loss_cross_entropy", """{"epsilon": 5.45}""", "4 2 1 0 5 1", "1 0 0 0 0.8 0.2", "2 3", "1.0211 2.0018")]
    public void A_loss_gives_the_numbers_of_its_systems_tests(string dialect, string name, string options, string input, string target, string shape, string printed)
    {
        (string prediction, string label) = dialect == "keras" ? ("y_pred", "y_true") : ("logits", "labels");
        string T(string data) => $$"""{"shape":[{{shape.Replace(' ', ',')}}],"data":[{{data.Replace(' ', ',')}}]}""";
        JsonElement answer = Answer($$"""
            {"dialect":"{{dialect}}","op":"loss","name":"{{name}}","dtype":"float64","options":{{options}},"inputs":{"{{prediction}}":{{T(input)}},"{{label}}":{{T(target)}}},"grad":["{{prediction}}"]}
            """);

        Printed(printed, Numbers(answer.GetProperty("value")));
        Assert.True(answer.GetProperty("grads").TryGetProperty("input", out _), "answers have PyTorch's names");
        Assert.False(answer.TryGetProperty("warnings", out _));
    }

    [Theory, MemberData(nameof(All))]
    public void A_preset_runs_on_every_backend_that_has_its_op(string system, string name)
    {
        Dialect dialect = Enum.Parse<Dialect>(system);
        Preset preset = Presets.All.Single(preset => preset.Dialect == dialect && preset.Names[0] == name);
        OpEntry entry = Catalog.Entry(preset.Spec);
        Assert.Same(entry, Catalog.Find(entry.Kind, name, dialect));
        Assert.All(preset.Names, other => Assert.Same(preset, entry.PresetIn(dialect, other)));
        if (!entry.IsComputed)
            return;
        var judge = new Judge(Backends.Native, Backends.Torch is { } torch && entry.IsIn(torch) ? torch : null, KnownDifferences.All);
        var draw = new Draw<double>(preset.Spec, 1);
        foreach (int i in Enumerable.Range(0, 5))
            Assert.True(judge.Of(draw.At(i)) is { Holds: true, Skipped.Length: 0 }, $"{name} of {system} must hold in case {i}");
    }

    [Fact]
    public void No_two_presets_of_a_system_have_a_name_in_common_within_a_kind() => Assert.All(
        Presets.All.SelectMany(preset => preset.Names.Select(name => (preset.Dialect, Catalog.Entry(preset.Spec).Kind, name))).CountBy(key => key),
        count => Assert.Equal(1, count.Value));

    [Fact]
    public void A_given_option_wins_over_the_preset_under_either_name()
    {
        foreach (string option in (string[])["epsilon", "eps"])
            Assert.Equal(Presets.Of<Adam>(Dialect.Keras) with { Epsilon = 0.5 }, Catalog.Find(OpKind.Optimizer, "adam", Dialect.Keras).Build(
                new Dictionary<string, JsonElement> { [option] = JsonElement.Parse("0.5") }, "adam", Dialect.Keras));
        Assert.Equal(new Adam(Epsilon: 1e-7, Placement: EpsilonPlacement.Uncorrected, DecoupledWeightDecay: true), Presets.Of<Adam>(Dialect.Keras));
        Assert.Equal(new Huber(Reduction: Reduction.None), Presets.Of<Huber>(Dialect.Optax));
    }

    [Fact]
    public void An_option_of_a_preset_is_changed_as_that_of_any_spec()
    {
        Adam mine = Presets.Of<Adam>(Dialect.Keras) with { LearningRate = 0.01 };

        Assert.Equal((0.01, 1e-7, EpsilonPlacement.Uncorrected), (mine.LearningRate, mine.Epsilon, mine.Placement));
    }

    [Theory]
    [InlineData("""{"dialect":"jax","op":"loss","name":"huber"}""", "dialect must be a known one: expected torch, keras or optax, got jax.")]
    [InlineData("""{"dialect":null,"op":"loss","name":"huber"}""", "dialect must be a known one: expected torch, keras or optax, got null.")]
    [InlineData("""{"dialect":"optax","op":"optimizer","name":"adam","options":{"b1":0.5,"betas":[0.5,0.5]}}""", "options must give betas once: expected b1 or betas, got both.")]
    [InlineData("""{"dialect":"keras","op":"loss","name":"bce"}""", "bce must be given from_logits, since only then it is binary_cross_entropy_with_logits: expected true, got none.")]
    [InlineData("""{"dialect":"keras","op":"optimizer","name":"radam"}""", "name must be an optimizer that keras has and that a spec describes: expected one near adam, nadam or adamw, got radam.")]
    [InlineData("""{"dialect":"keras","op":"optimizer","name":"adam","options":{"epslon":1}}""", "option must be one that adam has: expected one near eps or epsilon, got epslon.")]
    public void What_a_dialect_lacks_is_refused_by_one_sentence(string request, string message) =>
        Assert.Equal(message, Answer(request).GetProperty("error").GetProperty("message").GetString());

    [Fact]
    public void A_request_without_a_dialect_is_torchs()
    {
        const string Adam = """
            "op":"optimizer","name":"adam","dtype":"float64","params":[{"shape":[1],"data":[1]}],"grads":[[{"shape":[1],"data":[1e-6]}]]}
            """;

        Assert.Equal(Answer("{" + Adam).GetRawText(), Answer("""{"dialect":"torch",""" + Adam).GetRawText());
        Assert.NotEqual(Answer("{" + Adam).GetRawText(), Answer("""{"dialect":"keras",""" + Adam).GetRawText());
    }

    [Fact]
    public void Wrappers_and_schedules_hold_ops_of_the_dialect()
    {
        const string Steps = """
            "params":[{"shape":[1],"data":[1]}],"grads":[[{"shape":[1],"data":[0.5]}],[{"shape":[1],"data":[0.5]}]]
            """;
        string plain = Answer($$"""{"dialect":"keras","op":"optimizer","name":"rmsprop",{{Steps}} }""").GetProperty("params").GetRawText();

        Assert.Equal(plain, Answer($$"""{"dialect":"keras","op":"optimizer","name":"clip_grad_norm","options":{"max_norm":1,"optimizer":{"name":"rmsprop"} },{{Steps}} }""").GetProperty("params").GetRawText());
        Assert.Equal("[[0.01],[0.005]]", Answer($$"""{"dialect":"keras","op":"optimizer","name":"sgd","schedule":{"name":"inverse_time_decay","options":{"decay_steps":1,"decay_rate":1} },{{Steps}} }""").GetProperty("lr").GetRawText());
    }

    [Fact]
    public void A_system_without_the_op_says_which_it_has()
    {
        Assert.StartsWith("RAdam must have a preset of Keras: expected one of AbsoluteError, ", Assert.Throws<ArgumentException>(() => Presets.Of<RAdam>(Dialect.Keras)).Message, StringComparison.Ordinal);
        Assert.EndsWith("expected Keras or Optax, got Torch.", Assert.Throws<ArgumentException>(() => Presets.Of<Adam>(Dialect.Torch)).Message, StringComparison.Ordinal);
    }

    static double[][] Steps(string dialect, string name, string options, double[] start, double[][] gradients)
    {
        string T(double[] data) => $$"""{"shape":[{{data.Length}}],"data":[{{string.Join(',', data.Select(x => x.ToString("R", CultureInfo.InvariantCulture)))}}]}""";
        JsonElement answer = Answer($$"""
            {"dialect":"{{dialect}}","op":"optimizer","name":"{{name}}","dtype":"float64","options":{{options}},"params":[{{T(start)}}],"grads":[{{string.Join(',', gradients.Select(g => $"[{T(g)}]"))}}]}
            """);
        return [.. answer.GetProperty("params").EnumerateArray().Select(step => Numbers(step[0]))];
    }

    static double[] Numbers(JsonElement tensor) => [.. tensor.GetProperty("data").EnumerateArray().Select(x => x.GetDouble())];

    static JsonElement Answer(string request) => JsonElement.Parse(new EvalSession(Backends.Native).Answer(request.Trim()));

    // A printed number stands for all that round to it or, as some of Keras' and optax', are cut to it.
    static void Printed(string printed, double[] numbers)
    {
        string[] words = printed.Split(' ');
        Assert.Equal(words.Length, numbers.Length);
        Assert.All(words.Zip(numbers), pair =>
        {
            int digits = pair.First.Contains('.', StringComparison.Ordinal) ? pair.First.Length - pair.First.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            decimal unit = Enumerable.Repeat(0.1m, digits).Aggregate(1m, (a, b) => a * b);
            Assert.True(Math.Abs((decimal)pair.Second - decimal.Parse(pair.First, CultureInfo.InvariantCulture)) < unit, $"printed {printed}, got {string.Join(' ', numbers)}");
        });
    }
}
