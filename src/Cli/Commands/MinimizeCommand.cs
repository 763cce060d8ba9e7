using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ParityNet.Cli.Exits;
using ParityNet.Cli.Minimizing;
using ParityNet.Cli.Options;
using ParityNet.Cli.Output;
using ParityNet.Cli.Training;
using ParityNet.Definitions.Problems;
using ParityNet.Minimizers;
using ParityNet.Parity;

namespace ParityNet.Cli.Commands;

/// <summary><c>minimize</c>: minimizes a built-in problem and shows how the method converges.</summary>
static class MinimizeCommand
{
    public static Command Create(Terminal terminal)
    {
        var problem = new Argument<string?>("problem")
        {
            Description = "The name of a built-in problem, such as rosenbrock; without one, the problems are listed.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<string> method = Values.Text("--method", "name[:option=value,…]", "The minimizer with its options: bfgs:max_iter=50.", "bfgs");
        Option<string> backend = Backends.One();
        Option<string> dtype = Values.Word("--dtype", "The element type.", "float64", "float64", "float32");
        Option<int> start = Values.Whole("--start", "The starting point of the problem, counted from 1.", 1, 1);
        Option<string[]?> point = Values.List("--x0", "numbers", "A starting point of one's own, with commas between.");
        Option<bool> json = Values.Flag("--json", "Write JSON, as eval answers, instead of tables.");
        var command = new Command("minimize", "Minimizes a built-in problem by any method and shows how it converges.")
        {
            problem, method, backend, dtype, start, point, json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(problem) is not { } name)
            {
                ProblemTable.Write(terminal);
                return;
            }
            Problem known = ProblemCatalog.Find(name)
                ?? throw new UnknownNameException("problem must be a known one", name, ProblemCatalog.All.Select(one => one.Name));
            var spec = (MinimizerSpec)SpecText.Read(OpKind.Minimizer, parsed.GetRequiredValue(method));
            double[] from = parsed.GetValue(point) is { Length: > 0 } given ? Numbers(given) : StartOf(known, parsed.GetRequiredValue(start));
            var session = new EvalSession(Backends.Get(parsed.GetRequiredValue(backend)), new EvalBudget(long.MaxValue, long.MaxValue));
            string answer = session.Answer(Request(known, spec, from, parsed.GetRequiredValue(dtype)));
            JsonElement result = JsonElement.Parse(answer);
            if (result.TryGetProperty("error", out JsonElement error))
                throw new UsageException(error.GetProperty("message").GetString()!);
            if (parsed.GetValue(json))
                terminal.Output.WriteLine(answer);
            else
                new ConvergenceView(known, spec, from, result).Write(terminal);
        });
        return command;
    }

    static string Request(Problem problem, MinimizerSpec spec, double[] start, string dtype)
    {
        var options = new JsonObject();
        foreach ((string name, object? value) in Catalog.Entry(spec).OptionsOf(spec))
            options[name] = JsonNode.Parse(OptionValue.Json(value).GetRawText());
        return new JsonObject
        {
            ["op"] = "minimize",
            ["name"] = spec.Name,
            ["dtype"] = dtype,
            ["problem"] = problem.Name,
            ["x0"] = new JsonObject
            {
                ["shape"] = new JsonArray(start.Length),
                ["data"] = new JsonArray([.. start.Select(x => (JsonNode)x)]),
            },
            ["options"] = options,
            ["trace"] = true,
        }.ToJsonString();
    }

    static double[] StartOf(Problem problem, int number) => number <= problem.Starts.Length
        ? [.. problem.Starts[number - 1]]
        : throw new UsageException($"--start must be one that {problem.Name} has: expected 1 to {problem.Starts.Length}, got {number}.");

    static double[] Numbers(string[] texts) =>
        [.. texts.Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : throw new UsageException($"--x0 must hold numbers: expected a finite number, got {Echo.Of(text)}."))];
}
