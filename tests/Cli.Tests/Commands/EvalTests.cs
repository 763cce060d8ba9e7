using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ParityNet.Cli.Commands;
using ParityNet.Cli.Options;
using ParityNet.Parity;

namespace ParityNet.Cli.Tests.Commands;

public class EvalTests
{
    public static TheoryData<string> Both => ["native", "torch"];

    [Theory, MemberData(nameof(Both))]
    public void The_protocols_own_examples_are_answered(string backend)
    {
        JsonElement[] answers = Answers(backend, """
            {"id": 1, "op": "loss", "name": "huber_loss", "dtype": "float64", "inputs": {"input": {"shape": [3], "data": [0.5, -3, 2]}, "target": {"shape": [3], "data": [0, 0, 2]}}, "options": {"delta": 1.0, "reduction": "sum"}, "grad": ["input"]}
            {"id": "two", "op": "activation", "name": "relu", "inputs": {"input": {"shape": [2, 2], "data": [-1, 0, 1, 2]}}, "cotangent": {"shape": [2, 2], "data": [1, 2, 3, 4]}}
            {"id": 3, "op": "optimizer", "name": "sgd", "dtype": "float64", "options": {"lr": 0.5, "momentum": 0.5}, "params": [{"shape": [], "data": [1]}], "grads": [[{"shape": [], "data": [1]}], [{"shape": [], "data": [1]}]], "state": true}
            {"id": 4, "op": "schedule", "name": "step_lr", "options": {"step_size": 2, "gamma": 0.5}, "lr": 1, "steps": 4}
            {"id": 5, "op": "info"}
            """);
        Assert.Equal("""{"id":1,"value":{"shape":[],"data":[2.625]},"grads":{"input":{"shape":[3],"data":[0.5,-1.0,0.0]}}}""", answers[0].GetRawText());
        Assert.Equal("""{"id":"two","value":{"shape":[2,2],"data":[0.0,0.0,1.0,2.0]},"grads":{"input":{"shape":[2,2],"data":[0.0,0.0,3.0,4.0]}}}""", answers[1].GetRawText());
        Assert.Equal("""{"id":3,"params":[[{"shape":[],"data":[0.5]}],[{"shape":[],"data":[-0.25]}]],"state":[{"momentum_buffer":[{"shape":[],"data":[1.0]}]},{"momentum_buffer":[{"shape":[],"data":[1.5]}]}]}""", answers[2].GetRawText());
        Assert.Equal("""{"id":4,"lr":[1.0,1.0,0.5,0.5,0.25]}""", answers[3].GetRawText());
        Assert.Equal(backend, answers[4].GetProperty("name").GetString());
        Assert.Contains("huber_loss", answers[4].GetProperty("ops").GetProperty("loss").EnumerateArray().Select(name => name.GetString()));
    }

    public static TheoryData<string> TooMuch =>
    [
        """{"op": "layer", "name": "linear", "inputs": {"input": {"shape": [20000, 0], "data": []}, "weight": {"shape": [20000, 0], "data": []}}}""",
        """{"op": "initializer", "name": "orthogonal", "shape": [3000, 3000], "seed": 1}""",
        """{"op": "initializer", "name": "uniform", "shape": [100000, 100000], "seed": 1}""",
        """{"op": "optimizer", "name": "adafactor", "params": [{"shape": [1000000000, 0], "data": []}], "grads": [[{"shape": [1000000000, 0], "data": []}]]}""",
        """{"op": "schedule", "name": "step_lr", "options": {"step_size": 1}, "lr": 1, "steps": 10000000}""",
        """{"op": "loss", "name": "l2_norm_loss", "inputs": {"input": {"shape": [200000000, 0], "data": []}, "target": {"shape": [200000000, 0], "data": []}}}""",
        """{"op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [100000000, 0, 1], "data": []}, "target": {"shape": [1, 0, 100000000], "data": []}}}""",
    ];

    [Theory, MemberData(nameof(TooMuch))]
    public void A_small_request_for_too_much_is_refused_before_anything_is_allocated(string line)
    {
        long before = GC.GetTotalAllocatedBytes();
        foreach (string backend in Both)
        {
            JsonElement error = Assert.Single(Answers(backend, line)).GetProperty("error");
            Assert.Equal("argument", error.GetProperty("kind").GetString());
            Assert.StartsWith("the request must fit the budget: expected at most ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
        }

        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 256L << 20);
    }

    [Fact]
    public void A_budget_is_the_callers()
    {
        var session = new EvalSession(new Native.NativeBackend(), new EvalBudget(Operations: 1000));
        Assert.Contains("expected at most 1000 element operations", session.Answer("""{"op": "schedule", "name": "step_lr", "options": {"step_size": 1}, "lr": 1, "steps": 9}"""), StringComparison.Ordinal);
        Assert.DoesNotContain("error", session.Answer("""{"op": "schedule", "name": "step_lr", "options": {"step_size": 1}, "lr": 1, "steps": 2}"""), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_of_too_many_values_is_refused_before_any_is_read()
    {
        string line = $$"""{"id": 1, "op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [30], "data": [{{string.Join(',', Enumerable.Repeat(1, 30))}}, not a number""";
        Assert.Equal("""{"id":null,"error":{"kind":"argument","message":"the request must fit the budget: expected at most 1000 element operations, got 3500."}}""",
            new EvalSession(new Native.NativeBackend(), new EvalBudget(Operations: 1000)).Answer(line));
    }

    [Theory]
    [InlineData(100_000, "\"op\": \"optimizer\", \"name\": \"muon\", \"options\": {\"ns_steps\": 5}, \"params\": [#10,10#], \"grads\": [[#10,10#]]", true)]
    [InlineData(100_000, "\"op\": \"optimizer\", \"name\": \"muon\", \"options\": {\"ns_steps\": 99}, \"params\": [#10,10#], \"grads\": [[#10,10#]]", false)]
    [InlineData(9000, "\"op\": \"schedule\", \"name\": \"multiplicative_lr\", \"options\": {\"lr_lambda\": [1, 1]}, \"lr\": 1, \"steps\": 20", true)]
    [InlineData(9000, "\"op\": \"schedule\", \"name\": \"multiplicative_lr\", \"options\": {\"lr_lambda\": [1, 1, 1, 1, 1, 1, 1, 1, 1]}, \"lr\": 1, \"steps\": 20", false)]
    [InlineData(55_000, "\"op\": \"loss\", \"name\": \"multi_margin_loss\", \"inputs\": {\"input\": #1,100#, \"target\": {\"dtype\": \"int64\", \"shape\": [1], \"data\": [0]}}", true)]
    [InlineData(55_000, "\"op\": \"loss\", \"name\": \"multilabel_margin_loss\", \"inputs\": {\"input\": #1,100#, \"target\": #1,100,int64#}", false)]
    public void An_op_says_what_it_takes_beyond_its_elements(long most, string request, bool fits)
    {
        string line = Regex.Replace(request, "#([0-9]+),([0-9]+)(,int64)?#", match =>
            $$"""{"dtype": "{{(match.Groups[3].Success ? "int64" : "float32")}}", "shape": [{{match.Groups[1]}}, {{match.Groups[2]}}], "data": [{{string.Join(',', Enumerable.Repeat(0, int.Parse(match.Groups[1].Value) * int.Parse(match.Groups[2].Value)))}}]}""");
        string answer = new EvalSession(new Native.NativeBackend(), new EvalBudget(Operations: most)).Answer("{" + line + "}");
        Assert.Equal(!fits, answer.Contains($"expected at most {most} element operations", StringComparison.Ordinal));
        Assert.Equal(fits, !answer.Contains("error", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Wrong => new()
    {
        { "", "json" },
        { "   ", "json" },
        { "nonsense", "json" },
        { "[]", "json" },
        { """{"id": 1}""", "json" },
        { """{"id": 1, "op": "loss"}""", "json" },
        { """{"id": 1, "op": "loss", "name": "mse_loss", "inputs": [1]}""", "json" },
        { """{"id": 1, "op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [1], "data": ["one"]}, "target": {"shape": [1], "data": [1]}}}""", "json" },
        { """{"id": 1, "op": "loss", "name": "mse\ud800"}""", "json" },
        { """{"id": 1, "op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [1], "data": [1], "strides": [1]}, "target": {"shape": [1], "data": [1]}}}""", "unknown" },
        { """{"id": 1, "op": "los", "name": "mse_loss"}""", "unknown" },
        { """{"id": 1, "op": "loss", "name": "mse"}""", "unknown" },
        { """{"id": 1, "op": "loss", "name": "huber_loss", "options": {"detla": 1}, "inputs": {}}""", "unknown" },
        { """{"id": 1, "op": "loss", "name": "mse_loss", "dtype": "float16"}""", "argument" },
        { """{"id": 1, "op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [1], "data": [1]}}}""", "argument" },
        { """{"id": 1, "op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [2], "data": [1]}, "target": {"shape": [1], "data": [1]}}}""", "argument" },
        { """{"id": 1, "op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [-1], "data": []}, "target": {"shape": [1], "data": [1]}}}""", "argument" },
        { """{"id": 1, "op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [2], "data": [1, 2]}, "target": {"shape": [3], "data": [1, 2, 3]}}}""", "argument" },
        { """{"id": 1, "op": "loss", "name": "huber_loss", "options": {"delta": -1}, "inputs": {"input": {"shape": [1], "data": [1]}, "target": {"shape": [1], "data": [1]}}}""", "argument" },
        { """{"id": 1, "op": "schedule", "name": "step_lr", "options": {"step_size": 1}, "lr": 1, "steps": -1}""", "argument" },
        { """{"id": 1, "op": "schedule", "name": "step_lr", "options": {"step_size": 1}, "lr": 1, "steps": 2000000000}""", "argument" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void A_bad_request_gets_an_error_line_of_its_kind(string line, string kind)
    {
        foreach (string backend in Both)
        {
            JsonElement answer = Assert.Single(Answers(backend, line + "\n"));
            Assert.Equal(kind, answer.GetProperty("error").GetProperty("kind").GetString());
            Assert.EndsWith(".", answer.GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal(line.Contains("\"id\": 1") && !line.Contains("\\ud800") ? "1" : "null", answer.GetProperty("id").GetRawText());
        }
    }

    public static TheoryData<string, string> Said => new()
    {
        { """{"op": "optimizer", "name": "adam", "options": {"lr": -1}}""", "lr must be a finite number of at least 0, got -1." },
        { """{"op": "optimizer", "name": "adam", "options": {"betas": [0.9, 2]}}""", "betas[1] must be a number of at least 0 and less than 1, got 2." },
        { """{"op": "loss", "name": ""}""", "name must be a known loss: expected one near dice, mape or msle, got ''." },
        { new string('[', 65) + new string(']', 65), "the line must be one JSON object: expected objects and lists within each other at most 64 deep, got more." },
        { """{"op": "activation", "name": "softmax", "options": {"dim": -1000000000000}}""", "dim must be of its kind: expected an integer from -2147483648 to 2147483647, got -1000000000000." },
        { """{"op": "loss", "name": "nll_loss", "options": {"ignore_index": 1e20}}""", "ignore_index must be of its kind: expected an integer from -9223372036854775808 to 9223372036854775807, got 1e20." },
        { """{"op": "initializer", "name": "ones", "shape": [1000000000000], "seed": 1}""", "shape must hold lengths: expected integers from 0 to 2147483647, got 1000000000000." },
        { """{"op": "initializer", "name": "ones", "shape": [1], "seed": 18446744073709551616}""", "seed must be an integer from 0 to 18446744073709551615, got 18446744073709551616." },
        { """{"op": "optimizer", "name": "sgd", "params": [], "grads": [], "param_groups": []}""", "param_groups must say which parameters go together: expected at least one group, got none." },
        { """{"op": "optimizer", "name": "sgd", "params": [], "grads": [], "param_groups": [{"lr": 1}]}""", "a group must be an object with params: expected a list of positions of parameters, got none." },
        { """{"op": "layer", "name": "layer_norm", "options": {"normalized_shape": 1}, "inputs": {"input": {"shape": [], "data": [1]}}}""", "input must have a dimension to go along: expected at least one, got []." },
        { """{"op": "layer", "name": "batch_norm", "options": {"training": true}, "inputs": {"input": {"shape": [2, 0], "data": []}, "weight": {"shape": [0], "data": []}}}""", "weight must belong to channels: expected an input with at least one, got [2, 0]." },
        { """{"op": "optimizer", "name": "sgd", "params": [{"dtype": "int64", "shape": [1], "data": [1]}], "grads": []}""", "dtype must be the request's own: expected float32, got int64." },
        { """{"op": "activation", "name": "relu", "inputs": {"input": {"dtype": "float16", "shape": [1], "data": [1]}}}""", "dtype must be int64 or the request's own: expected int64 or float32, got float16." },
        { """{"op": "initializer", "name": "orthogonal", "shape": [], "seed": 1}""", "shape must have outputs and inputs for orthogonal: expected two dimensions or more, got [1]." },
        { """{"op": "minimize", "name": "lbfgs", "problem": "rosenbrock", "x0": {"shape": [3], "data": [1, 2, 3]}}""", "x0 must hold one number per variable: expected 2, got 3." },
        { $$"""{"op": "activation", "name": "relu", "inputs": {}, "grad": ["{{new string('x', 5000)}}"]}""", $"grad must list inputs that relu has: expected input, got {new string('x', 79)}…." },
        { $$"""{"op": "activation", "name": "relu", "inputs": {}, "grad": [[{{string.Join(',', Enumerable.Repeat(1, 100))}}]]}""", $"grad must list names of inputs: expected strings, got [{string.Concat(Enumerable.Repeat("1,", 39))}…." },
        { $$"""{"op": "initializer", "name": "uniform", "shape": [{{string.Join(',', Enumerable.Repeat(100000, 50))}}], "seed": 1}""", "the request must fit the budget: expected at most 2000000000 element operations, got 2.8e+252." },
        { """{"op": "optimizer", "name": "adam", "options": {"e_": 1}}""", "option must be one that adam has: expected one near eps, eps_root or eps_placement, got e_." },
        { """{"op": "loss", "name": "huber_loss", "dtyp": "float64"}""", "field must be one that a request for loss has: expected one near dtype, got dtyp." },
        { """{"op": "loss", "name": "huber_loss", "reduction": "sum"}""", "field must be one that a request for loss has: expected one near options.reduction, got reduction." },
        { """{"op": "activation", "name": "relu", "gradient": []}""", "field must be one that a request for activation has: expected one near grad, got gradient." },
        { """{"op": "layer", "name": "linear", "weight": {}}""", "field must be one that a request for layer has: expected one near inputs.weight, got weight." },
        { """{"op": "optimizer", "name": "adam", "lr": 1}""", "field must be one that a request for optimizer has: expected one near options.lr, got lr." },
        { """{"op": "schedule", "name": "step_lr", "step": 3}""", "field must be one that a request for schedule has: expected one near steps or options.step_size, got step." },
        { """{"op": "initializer", "name": "normal", "shpae": [1]}""", "field must be one that a request for initializer has: expected one near shape, got shpae." },
        { """{"op": "info", "name": "native"}""", "field must be one that a request for info has: expected id, op or dtype, got name." },
        { """{"op": "loss", "name": "Huber", "options": {}}""", "name must be a known loss: expected one near huber_loss, got Huber." },
        { """{"op": "loss", "name": "hubber"}""", "name must be a known loss: expected one near huber_loss, got hubber." },
        { """{"op": "loss", "name": "huber_loss", "options": {"reduction": "average"}}""", "reduction must be of its kind: expected one of mean, sum, none, got \"average\"." },
        { """{"op": "optimizer", "name": "adagrad", "options": {"eps_placement": "uncorrected"}}""", "eps_placement must be one of outside, inside, got uncorrected." },
        { """{"op": "activation", "name": "relu", "inputs": {"input": {"shape": [1], "data": "x"}}}""", "a tensor must be an object with shape and data: expected a list as data, got a string." },
        { """{"op": "initializer", "name": "trunc_normal", "options": {"a": 3, "b": 3}, "shape": [1], "seed": 1}""", "b must be greater than a: expected more than 3, got 3." },
        { """{"op": "optimizer", "name": "adam", "options": {"beta": 1}}""", "option must be one that adam has: expected one near betas, got beta." },
        {
            """{"op": "optimizer", "name": "sgd", "options": {"lr": 1, "nesterov": true}}""",
            "nesterov must be used with momentum, no dampening and no average: expected momentum > 0, dampening 0 and momentum_form buffer or velocity, got 0, 0 and buffer."
        },
        { """{"op": "schedule", "name": "cosine_annealing_lr", "options": {"T_max": 0}, "lr": 1, "steps": 1}""", "T_max must be an integer of at least 1, got 0." },
        { """{"op": "schedule", "name": "step_lr", "options": {"step_size": 1}, "lr": -1, "steps": 1}""", "lr must be a finite number of at least 0, got -1." },
        { """{"op": "optimizer", "name": "sgd", "params": [{"shape": [1], "data": [1]}], "grads": [[]]}""", "grads must hold one tensor per parameter: expected 1, got 0." },
        {
            """{"op": "loss", "name": "binary_cross_entropy", "inputs": {"input": {"shape": [3], "data": [0, 0, 0]}, "target": {"shape": [1], "data": [0]}}}""",
            "target must have the shape of input: expected [3], got [1]."
        },
        {
            """{"op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [1], "data": [0]}, "target": {"dtype": "int64", "shape": [1], "data": [0]}}}""",
            "target must hold numbers: expected a floating-point tensor, got an int64 tensor."
        },
        {
            """{"op": "loss", "name": "l1_loss", "grad": ["target"], "inputs": {"input": {"shape": [1], "data": [0]}, "target": {"dtype": "int64", "shape": [1], "data": [0]}}}""",
            "target must hold numbers to differentiate by it: expected a floating-point tensor, got an int64 tensor."
        },
        {
            """{"op": "optimizer", "name": "clip_grad_norm", "options": {"optimizer": {"name": "sgd"}, "max_norm": 1}, "params": [{"shape": [1], "data": [1]}], "grads": [[null]]}""",
            "grads must hold a gradient for every parameter where clip_grad_norm looks at all of them: expected tensors, got null."
        },
        { """{"op": "optimizer", "name": "sgd", "params": [{"shape": [], "data": [1]}, {"shape": [1], "data": [1]}], "grads": [[null, {"shape": [2], "data": [1, 2]}]]}""", "gradient 1 must have the shape of parameter 1: expected [1], got [2]." },
        { """{"op": "layer", "name": "linear", "inputs": {"input": {"shape": [], "data": [1]}, "weight": {"shape": [1], "data": [1]}}}""", "input must have a dimension to go along: expected at least one, got []." },
        {
            """{"op": "loss", "name": "margin_ranking_loss", "inputs": {"input1": {"shape": [1, 2], "data": [1, 2]}, "input2": {"shape": [2], "data": [1, 2]}, "target": {"shape": [1, 2], "data": [1, 1]}}}""",
            "input2 must have the rank of input1: expected [1, 2], got [2]."
        },
        { """{"op": "loss", "name": "huber_loss", "options": {"reduction": "batchmean"}}""", "reduction must be one that huber_loss has: expected mean, sum or none, got batchmean." },
        { """{"op": "activation", "name": "softmax", "options": {"dim": 3}, "inputs": {"input": {"shape": [1], "data": [1]}}}""", "dim must be one of the input's: expected -1 to 0, got 3." },
        {
            """{"op": "activation", "name": "relu", "inputs": {"input": {"shape": [], "data": [1]}}, "cotangent": {"shape": [2], "data": [1, 2]}}""",
            "cotangent must have the shape of the value: expected [], got [2]."
        },
        {
            """{"op": "loss", "name": "mse_loss", "inputs": {"input": {"shape": [2], "data": [1, 2]}, "target": {"shape": [2], "data": [1, 2]}}, "cotangent": {"shape": [2], "data": [1, 2]}}""",
            "cotangent must have the shape of the value: expected [], got [2]."
        },
        {
            """{"op": "activation", "name": "relu", "inputs": {"input": {"shape": [100000, 100000, 100000, 100000], "data": [1]}}}""",
            "data must hold one number an element of shape [100000, 100000, 100000, 100000]: expected 100000000000000000000, got 1."
        },
        {
            """{"op": "activation", "name": "relu", "inputs": {"input": {"shape": [2147483647, 2147483647, 2147483647, 16], "data": [1]}}}""",
            "data must hold one number an element of shape [2147483647, 2147483647, 2147483647, 16]: expected 2^96 or more, got 1."
        },
    };

    [Theory]
    [InlineData("""{"op": "layer", "name": "batch_norm", "options": {"training": true}, "inputs": {"input": {"shape": [0], "data": []}}}""", """{"id":null,"value":{"shape":[0],"data":[]},"grads":{"input":{"shape":[0],"data":[]}}}""")]
    [InlineData("""{"op": "layer", "name": "batch_norm", "options": {"training": true}, "inputs": {"input": {"shape": [2, 0], "data": []}}}""", """{"id":null,"value":{"shape":[2,0],"data":[]},"grads":{"input":{"shape":[2,0],"data":[]}}}""")]
    [InlineData("""{"op": "layer", "name": "batch_norm", "options": {"training": true}, "grad": ["weight"], "inputs": {"input": {"shape": [0, 1], "data": []}, "weight": {"shape": [1], "data": [2]}}}""", """{"id":null,"value":{"shape":[0,1],"data":[]},"grads":{"weight":{"shape":[1],"data":[0.0]}}}""")]
    public void An_empty_batch_is_its_own_value_and_moves_no_weight(string line, string answer)
    {
        foreach (string backend in Both)
            Assert.Equal(answer, Assert.Single(Answers(backend, line)).GetRawText());
    }

    [Theory, InlineData("[1]"), InlineData("[]")]
    public void The_loss_of_a_single_row_has_the_shape_of_its_class_as_in_libtorch(string shape)
    {
        string line = $$$"""{"op": "loss", "name": "multi_margin_loss", "options": {"reduction": "none"}, "inputs": {"input": {"shape": [2], "data": [1, 2]}, "target": {"dtype": "int64", "shape": {{{shape}}}, "data": [0]} } }""";
        foreach (string backend in Both)
            Assert.Equal($$"""{"shape":{{shape}},"data":[1.0]}""", Assert.Single(Answers(backend, line)).GetProperty("value").GetRawText());
    }

    [Theory, MemberData(nameof(Said))]
    public void An_error_speaks_in_the_words_of_the_request(string line, string message)
    {
        foreach (string backend in Both)
            Assert.Equal(message, Assert.Single(Answers(backend, line)).GetProperty("error").GetProperty("message").GetString());
    }

    public static TheoryData<string, string> Required => new()
    {
        { "lambda_lr", "lr_lambda" }, { "multiplicative_lr", "lr_lambda" }, { "step_lr", "step_size" }, { "multi_step_lr", "milestones" }, { "exponential_lr", "gamma" },
        { "cosine_annealing_lr", "T_max" }, { "cosine_annealing_warm_restarts", "T_0" }, { "cyclic_lr", "base_lr" }, { "one_cycle_lr", "max_lr" }, { "swa_lr", "swa_lr" },
        { "sequential_lr", "schedulers" }, { "chained_scheduler", "schedulers" },
    };

    [Theory, MemberData(nameof(Required))]
    public void An_option_that_PyTorch_requires_must_be_given(string schedule, string option)
    {
        JsonElement error = Assert.Single(Answers("native", $$"""{"op": "schedule", "name": "{{schedule}}", "lr": 1, "steps": 1}""")).GetProperty("error");
        Assert.Equal("argument", error.GetProperty("kind").GetString());
        Assert.Equal($"{schedule} must be given its options: expected {option}, got none.", error.GetProperty("message").GetString());
    }

    [Fact]
    public void Words_of_PyTorch_that_mean_a_default_are_read()
    {
        const string Muon = """{"op": "optimizer", "name": "muon", "params": [{"shape": [2, 1], "data": [1, 2]}], "grads": [[{"shape": [2, 1], "data": [1, 2]}]], "options": {"adjust_lr_fn": ADJUST}}""";
        string[] muon = [.. new[] { "null", "\"original\"" }.Select(word => Answers("native", Muon.Replace("ADJUST", word))[0].GetRawText())];
        Assert.Equal(muon[0], muon[1]);
        Assert.Contains("params", muon[0], StringComparison.Ordinal);

        string[] words = ["linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "sigmoid"];
        string[] drawn = [.. words.Select(word => Answers("native",
            $$$"""{"op": "initializer", "name": "kaiming_uniform", "shape": [2, 2], "seed": 3, "options": {"nonlinearity": "{{{word}}}"}}""")[0].GetRawText())];
        Assert.Contains("value", drawn[0], StringComparison.Ordinal);
        Assert.Single(drawn.Distinct());
    }

    [Theory, MemberData(nameof(Both))]
    public void A_slot_of_one_number_has_no_dimensions(string backend)
    {
        JsonElement answer = Assert.Single(Answers(backend, """
            {"op": "optimizer", "name": "asgd", "params": [{"shape": [1], "data": [1]}], "grads": [[{"shape": [1], "data": [1]}]], "state": true}
            """));
        JsonElement slots = answer.GetProperty("state")[0];
        Assert.Equal(["[]", "[]", "[1]"], new[] { "eta", "mu", "ax" }.Select(slot => slots.GetProperty(slot)[0].GetProperty("shape").GetRawText()));
    }

    [Theory, MemberData(nameof(Both))]
    public void A_parameter_without_a_gradient_steps_as_if_it_were_alone(string backend)
    {
        const string Adam = """{"op": "optimizer", "name": "adam", "dtype": "float64", "options": {"lr": 0.1}, "state": true, "params": [PARAMS], "grads": [GRADS]}""",
            One = """{"shape": [1], "data": [1]}""", Two = """{"shape": [], "data": [2]}""";
        JsonElement[] answers = Answers(backend, string.Join('\n',
            Adam.Replace("PARAMS", $"{One}, {Two}").Replace("GRADS", $"[{One}, {Two}], [{One}, null], [null, {Two}]"), Adam.Replace("PARAMS", Two).Replace("GRADS", $"[{Two}], [{Two}]")));
        JsonElement both = answers[0].GetProperty("params"), alone = answers[1].GetProperty("params");
        Assert.Equal(both[0][1].GetRawText(), both[1][1].GetRawText());
        Assert.Equal(both[1][0].GetRawText(), both[2][0].GetRawText());
        Assert.Equal(alone[1][0].GetRawText(), both[2][1].GetRawText());
        Assert.Equal(answers[1].GetProperty("state")[1].GetProperty("exp_avg")[0].GetRawText(), answers[0].GetProperty("state")[2].GetProperty("exp_avg")[1].GetRawText());
    }

    [Theory, MemberData(nameof(Both))]
    public void Noise_is_of_no_matter_outside_training(string backend)
    {
        JsonElement answer = Assert.Single(Answers(backend, """
            {"op": "activation", "name": "rrelu", "options": {"lower": 0.25, "upper": 0.75}, "inputs": {"input": {"shape": [2], "data": [-1, 1]}, "noise": {"shape": [1], "data": [7]}}}
            """));
        Assert.Equal("[-0.5,1.0]", answer.GetProperty("value").GetProperty("data").GetRawText());
        Assert.Equal("[0.5,1.0]", answer.GetProperty("grads").GetProperty("input").GetProperty("data").GetRawText());
    }

    [Theory, MemberData(nameof(Both))]
    public void Special_numbers_come_back_to_the_bit(string backend)
    {
        JsonElement answer = Assert.Single(Answers(backend, """
            {"id": null, "op": "activation", "name": "identity", "dtype": "float32", "inputs": {"input": {"shape": [7], "data": [-0.0, "NaN", "Infinity", "-Infinity", 1e-45, 3.4028235e38, 0.1]}}}
            """));
        Assert.Equal("""[-0.0,"NaN","Infinity","-Infinity",1E-45,3.4028235E+38,0.1]""", answer.GetProperty("value").GetProperty("data").GetRawText());
    }

    [Theory, MemberData(nameof(Both))]
    public void Bad_bytes_end_no_session(string backend)
    {
        byte[] good = Encoding.UTF8.GetBytes("""{"id": 2, "op": "schedule", "name": "step_lr", "options": {"step_size": 1}, "lr": 1, "steps": 0}""");
        byte[] input = [0xEF, 0xBB, 0xBF, .. good, (byte)'\r', (byte)'\n', (byte)'"', 0xFF, (byte)'"', (byte)'\n', .. good];
        string[] lines = Lines(backend, input);
        Assert.Equal(3, lines.Length);
        Assert.Equal("""{"id":2,"lr":[1.0]}""", lines[0]);
        Assert.Contains("\"kind\":\"json\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(lines[0], lines[2]);
    }

    [Fact]
    public void Long_lines_are_read_whole()
    {
        string numbers = string.Join(',', Enumerable.Range(0, 300_000));
        JsonElement answer = Assert.Single(Answers("native", """{"id": 1, "op": "activation", "name": "relu", "grad": [], "inputs": {"input": {"shape": [300000], "data": [""" + numbers + "]}}}"));
        Assert.Equal(299_999, answer.GetProperty("value").GetProperty("data")[299_999].GetDouble());
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_process_answers_at_once_and_ends_with_its_input(string backend)
    {
        Assert.SkipWhen(Backends.Missing(backend) is not null, Backends.Missing(backend) ?? "");
        using var tool = new ToolProcess("eval", "--backend", backend);
        await tool.Input.WriteAsync("""{"id": 1, "op": "activation", "name": "relu", "inputs": {"input": {"shape": [], "data": [-1]}}}""" + "\nbad\n");
        await tool.Input.FlushAsync(TestContext.Current.CancellationToken);
        // The input is still open: an answer that waits for its end would never come.
        Assert.Equal("""{"id":1,"value":{"shape":[],"data":[0.0]},"grads":{"input":{"shape":[],"data":[0.0]}}}""", await tool.Output.ReadLineAsync(TestContext.Current.CancellationToken));
        Assert.Contains("\"kind\":\"json\"", await tool.Output.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        tool.Input.Close();
        Assert.Equal("", await tool.Output.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await tool.ExitCode());
    }

    static JsonElement[] Answers(string backend, string input) => [.. Lines(backend, Encoding.UTF8.GetBytes(input)).Select(line => JsonElement.Parse(line))];

    static string[] Lines(string backend, byte[] input)
    {
        using var output = new MemoryStream();
        EvalCommand.Run(new EvalSession(TestBackends.Get(backend)), new MemoryStream(input), output);
        string text = Encoding.UTF8.GetString(output.ToArray());
        Assert.True(text.Length == 0 || text.EndsWith('\n'));
        return text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
