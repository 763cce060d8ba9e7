namespace ParityNet.Cli.Tests.Workers;

/// <summary>The kits turn functions into workers, and what they serve is proved.</summary>
public class KitTests
{
    const string PythonHuber = """
        def huber_loss(input, target, delta, reduction):
            r = [x - y for x, y in zip(input, target)]
            values = [0.5 * d * d if abs(d) < delta else delta * (abs(d) - 0.5 * delta) for d in r]
            grads = [d if not abs(d) > delta else delta if d > 0 else -delta for d in r]
            if reduction == "none":
                return values, grads
            n = len(r) if reduction == "mean" else 1
            return sum(values) / n, [g / n for g in grads]
        """;

    const string NodeHuber = """
        function huber_loss({ input, target, delta = 1, reduction }) {
          const r = input.map((x, i) => x - target[i]);
          const values = r.map(d => Math.abs(d) < delta ? 0.5 * d * d : delta * (Math.abs(d) - 0.5 * delta));
          const grads = r.map(d => Math.abs(d) <= delta || Number.isNaN(d) ? d : delta * Math.sign(d));
          if (reduction === 'none') return { value: values, grads: { input: grads } };
          const n = reduction === 'mean' ? r.length : 1;
          return { value: values.reduce((s, v) => s + v, 0) / n, grads: { input: grads.map(g => g / n) } };
        }
        """;

    const string PythonAdam = """
        def adam(param, grad, state, step, lr, betas, eps):
            (b1, b2), n = betas, len(param)
            m = [b1 * a + (1 - b1) * g for a, g in zip(state.get("exp_avg", [0.0] * n), grad)]
            v = [b2 * a + (1 - b2) * g * g for a, g in zip(state.get("exp_avg_sq", [0.0] * n), grad)]
            return [p - lr * (a / (1 - b1 ** step)) / ((b / (1 - b2 ** step)) ** 0.5 + eps) for p, a, b in zip(param, m, v)], STATE
        serve(optimizer=adam)
        """;

    [Fact]
    public async Task Right_function_in_Python_holds() => await Holds(Script.Python($"{PythonHuber}\nserve(loss=huber_loss)"), "huber_loss");

    [Fact]
    public async Task Right_function_in_JavaScript_holds() => await Holds(Script.Node($"{NodeHuber}\nserve({{ loss: {{ huber_loss }} }});"), "huber_loss");

    [Theory]
    [InlineData("abs(d) - 0.5 * delta", "abs(d) - delta")]
    [InlineData("[g / n for g in grads]", "grads")]
    [InlineData("sum(values) / n", "sum(values)")]
    public async Task Wrong_function_in_Python_is_broken(string right, string wrong) =>
        await IsBroken(Script.Python($"{Changed(PythonHuber, right, wrong)}\nserve(loss=huber_loss)"), "huber_loss");

    [Theory]
    [InlineData("Math.abs(d) - 0.5 * delta", "Math.abs(d) - delta")]
    [InlineData("grads.map(g => g / n)", "grads")]
    public async Task Wrong_function_in_JavaScript_is_broken(string right, string wrong) =>
        await IsBroken(Script.Node($"{Changed(NodeHuber, right, wrong)}\nserve({{ loss: {{ huber_loss }} }});"), "huber_loss");

    [Fact]
    public async Task Function_without_gradient_is_judged_by_its_value_and_that_is_said()
    {
        Ran ran = await Holds(Script.Python("""
            def mse_loss(input, target):
                print("a line that is no answer")
                return sum((x - y) * (x - y) for x, y in zip(input, target)) / len(input)
            serve(loss=mse_loss)
            """), "mse_loss");

        Assert.Contains("Only the value is judged: mine answers no gradient.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Judged at the default of half, reduction, which mine does not take.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Python's own floats raise an error where IEEE 754 has an infinity or NaN", ran.Output, StringComparison.Ordinal);
    }

    // Element type, arguments by name, the cotangent.
    [Fact]
    public async Task Row_activation_takes_the_cotangent() => await Holds(Script.Node("""
        function softmax({ input, dim, shapes, cotangent }) {
          const shape = shapes.input, d = dim === null ? ([0, 1, 3].includes(shape.length) ? 0 : 1) : dim < 0 ? dim + shape.length : dim, n = shape[d];
          const inner = shape.slice(d + 1).reduce((p, l) => p * l, 1), outer = shape.slice(0, d).reduce((p, l) => p * l, 1);
          const value = new Array(input.length), grad = new Array(input.length);
          for (let o = 0; o < outer; o++) for (let i = 0; i < inner; i++) {
            const at = k => (o * n + k) * inner + i;
            let most = -Infinity, sum = 0, dot = 0;
            for (let k = 0; k < n; k++) most = Math.max(most, input[at(k)]);
            for (let k = 0; k < n; k++) sum += value[at(k)] = Math.exp(input[at(k)] - most);
            for (let k = 0; k < n; k++) dot += (value[at(k)] /= sum) * (cotangent?.[at(k)] ?? 1);
            for (let k = 0; k < n; k++) grad[at(k)] = value[at(k)] * ((cotangent?.[at(k)] ?? 1) - dot);
          }
          return { value, grads: { input: grad } };
        }
        serve({ activation: { softmax } }, { dtypes: ['float32'] });
        """), "softmax");

    [Theory]
    [InlineData("python3", "WorkerPython/mine.py", "huber_loss")]
    [InlineData("python3", "WorkerPython/mine.py", "adam")]
    [InlineData("node", "WorkerJavaScript/mine.mjs", "huber_loss")]
    [InlineData("node", "WorkerJavaScript/mine.mjs", "adam")]
    public async Task Sample_holds(string program, string file, string op)
    {
        using (program == "node" ? Script.Node("") : Script.Python(""))
        {
            Ran ran = await Ran.Of("prove", op, "--worker", $"{program} \"{Repository.Path(["samples", .. file.Split('/')])}\"", "--cases", "300");

            Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
        }
    }

    [Fact]
    public async Task Optimizer_is_judged_from_its_own_state() => await Holds(Script.Python(State("""{"exp_avg": m, "exp_avg_sq": v}""")), "adam");

    [Fact]
    public async Task Optimizer_without_state_is_judged_by_its_parameters_and_that_is_said()
    {
        Ran ran = await Holds(Script.Python(PythonAdam.Replace(", STATE", "", StringComparison.Ordinal)
            .Replace("    return", "    state.update(exp_avg=m, exp_avg_sq=v)\n    return", StringComparison.Ordinal)), "adam");

        Assert.Contains("Only parameters are judged", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("** 0.5 + eps", "+ eps) ** 0.5")]
    [InlineData("1 - b2 ** step", "1 - b2 ** (step + 1)")]
    [InlineData("(1 - b1) * g for", "g for")]
    public async Task Wrong_optimizer_is_broken(string right, string wrong) =>
        await IsBroken(Script.Python(Changed(State("""{"exp_avg": m, "exp_avg_sq": v}"""), right, wrong).Replace("((b / (1 - b2 ** step)) + eps) ** 0.5)", "((b / (1 - b2 ** step) + eps) ** 0.5)", StringComparison.Ordinal)), "adam");

    [Fact]
    public async Task Slot_that_the_op_lacks_is_refused_by_name()
    {
        Ran ran = await IsBroken(Script.Python(State("""{"m": m, "v": v}""")), "adam");

        Assert.Contains("mine must answer adam with state: expected slots of exp_avg, exp_avg_sq, max_exp_avg_sq, got m.", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedules_and_initializers_are_proved_too()
    {
        string text = """
            import random
            def step_lr(step, lr, step_size, gamma):
                return lr * gamma ** (step // step_size)
            def uniform(shape, seed, a, b):
                source, n = random.Random(seed), 1
                for length in shape:
                    n *= length
                return [source.uniform(a, b) for _ in range(n)]
            serve(schedule=step_lr, initializer=uniform)
            """;

        await Holds(Script.Python(text), "step_lr");
        await Holds(Script.Python(text), "uniform");
        await IsBroken(Script.Python(text.Replace("step // step_size", "(step + 1) // step_size", StringComparison.Ordinal)), "step_lr");
        await IsBroken(Script.Python(text.Replace("uniform(a, b) for", "uniform(a, a + 1.2 * (b - a)) for", StringComparison.Ordinal)), "uniform");
    }

    [Fact]
    public async Task Exception_is_told_with_its_type_and_line()
    {
        Ran ran = await IsBroken(Script.Python("def mse_loss(input, target):\n    return missing\nserve(loss=mse_loss)"), "mse_loss");

        Assert.Contains("NameError: name 'missing' is not defined (mine.py, line 3)", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Worker_is_a_backend_like_any_other()
    {
        using var script = Script.Python($"{PythonHuber}\nserve(loss=huber_loss)");

        Ran ran = await Ran.Of("check", "huber_loss", "--backends", $"native,worker:{script.Command}", "--cases", "40", "--dtype", "float32");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("│ mine    │", ran.Output, StringComparison.Ordinal);
        Assert.Contains("with the same bits on both backends", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Third_backend_has_rows_of_its_own_and_its_faults_are_its_own()
    {
        using var right = Script.Python($"{PythonHuber}\nserve(loss=huber_loss, name=\"right\")");
        using var wrong = Script.Python($"{Changed(PythonHuber, "sum(values) / n", "sum(values)")}\nserve(loss=huber_loss, name=\"wrong\")");

        Ran ran = await Ran.Of("check", "huber_loss", "--backends", $"native,worker:{right.Command},worker:{wrong.Command}", "--cases", "40", "--dtype", "float32");

        Assert.Equal(1, ran.ExitCode);
        Assert.Contains("float32 on native and right", ran.Output, StringComparison.Ordinal);
        Assert.Contains("wrong outside", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("native outside", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("right outside", ran.Output, StringComparison.Ordinal);
    }

    [Theory, InlineData("check"), InlineData("report")]
    public async Task Mistake_of_a_backend_is_named_where_it_is_outside(string command)
    {
        using var script = Script.Python(Changed(State("""{"exp_avg": m, "exp_avg_sq": v}"""), "** 0.5 + eps)", "+ eps) ** 0.5"));
        using var folder = new TemporaryFolder();
        string[] output = command == "check" ? [] : ["--out", folder.Path, "--quick"];

        Ran ran = await Ran.Of([command, .. command == "check" ? (string[])["adam"] : ["--ops", "adam"], "--backends", $"native,worker:{script.Command}",
            "--cases", "100", "--dtype", "float64", .. output]);

        Assert.Equal(1, ran.ExitCode);
        string[] texts = command == "check" ? [ran.Output]
            : [.. ((string[])["report.md", "report.html", "report.json"]).Select(file => File.ReadAllText(Path.Combine(folder.Path, file)))];
        Assert.All(texts, text => Assert.Contains("ε stands under the root, √(v̂ + ε); mine computes new Adam(", text, StringComparison.Ordinal));
        // Options that the worker does not take cost their cases, and are no fault of native.
        Assert.All(texts, text => Assert.DoesNotContain("must be judged", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Right_backends_have_nothing_to_be_named()
    {
        using var script = Script.Python(State("""{"exp_avg": m, "exp_avg_sq": v}"""));

        Ran ran = await Ran.Of("check", "adam", "--backends", $"native,worker:{script.Command}", "--cases", "60", "--dtype", "float64", "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.DoesNotContain("explanations", ran.Output, StringComparison.Ordinal);
    }

    static string State(string state) => PythonAdam.Replace("STATE", state, StringComparison.Ordinal);

    static string Changed(string text, string right, string wrong)
    {
        Assert.Contains(right, text, StringComparison.Ordinal);
        return text.Replace(right, wrong, StringComparison.Ordinal);
    }

    static async Task<Ran> Holds(Script script, string op, params string[] options)
    {
        Ran ran = await Prove(script, op, options);
        Assert.True(ran.ExitCode == 0, ran.Output + ran.Error);
        Assert.DoesNotContain("Broken", ran.Output, StringComparison.Ordinal);
        return ran;
    }

    static async Task<Ran> IsBroken(Script script, string op)
    {
        Ran ran = await Prove(script, op);
        Assert.True(ran.ExitCode == 1, ran.Output + ran.Error);
        Assert.Contains("Broken: ", ran.Output, StringComparison.Ordinal);
        return ran;
    }

    static async Task<Ran> Prove(Script script, string op, params string[] options)
    {
        using (script)
            return await Ran.Of(["prove", op, "--worker", script.Command, "--cases", "150", .. options]);
    }
}
