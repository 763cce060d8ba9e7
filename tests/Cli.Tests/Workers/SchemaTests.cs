using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using ParityNet.Parity;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Workers;

namespace ParityNet.Cli.Tests.Workers;

/// <summary>What both sides write has the form of the schema in docs.</summary>
public class SchemaTests
{
    static readonly JsonNode Document = JsonNode.Parse(File.ReadAllText(Repository.Path("docs", "worker.schema.json")))!;

    public static TheoryData<string> Ops => new(Catalog.All.Where(entry => entry.Kind is not (OpKind.Model or OpKind.Minimizer or OpKind.LineSearch)).Select(entry => entry.Name).Distinct());

    [Theory, MemberData(nameof(Ops))]
    public void Requests_have_the_form(string name)
    {
        var lines = new Recorded();
        OpEntry entry = Catalog.Find(name);
        using var worker = new WorkerBackend(lines, new("recorded", "", "", [new(entry, name, ["float32", "float64"], null, null, null, true, true, null, false)]));

        WorkerProof.Of(worker, entry, null, new() { Cases = 6 }, isDouble: true);
        WorkerProof.Of(worker, entry, null, new() { Cases = 6 }, isDouble: false);

        Assert.NotEmpty(lines.Asked);
        Assert.All(lines.Asked, line => Has("ask", line));
    }

    [Theory]
    [InlineData("ask", """{"op":"start","protocol":1}""")]
    [InlineData("ask", """{"op":"stop"}""")]
    [InlineData("answer", """{"id":1,"skipped":"no"}""")]
    [InlineData("answer", """{"id":1,"error":{"kind":"backend","message":"no"}}""")]
    public void Other_lines_have_the_form(string side, string line) => Has(side, line);

    [Theory]
    [InlineData("answer", """{"value":{"shape":[],"data":[1]}}""")]
    [InlineData("answer", """{"id":1,"value":{"shape":[],"data":["nan"]}}""")]
    [InlineData("answer", """{"id":1,"value":{"shape":[],"data":[1]},"skipped":"no"}""")]
    [InlineData("ask", """{"id":1,"op":"loss","name":"mse_loss"}""")]
    public void Lines_of_another_form_are_refused(string side, string line) => Assert.False(Schema(side).Evaluate(JsonElement.Parse(line)).IsValid);

    [Fact]
    public void Answers_of_the_Python_kit_have_the_form()
    {
        using var script = Script.Python("""
            def mse_loss(input, target):
                return sum((x - y) ** 2 for x, y in zip(input, target)) / len(input), {"input": [2 * (x - y) / len(input) for x, y in zip(input, target)]}
            def sgd(param, grad, state, step, lr):
                return [p - lr * g for p, g in zip(param, grad)], {}
            def step_lr(step, lr, step_size, gamma):
                return lr * gamma ** (step // step_size)
            def constant(shape, val):
                return [val] * shape[0]
            def gelu(input):
                raise KeyError("no")
            serve(loss=mse_loss, optimizer=sgd, schedule=step_lr, initializer=constant, activation=gelu)
            """);
        Answer(script, "python3");
    }

    [Fact]
    public void Answers_of_the_JavaScript_kit_have_the_form()
    {
        using var script = Script.Node("""
            const mse_loss = ({ input, target }) => ({ value: input.reduce((s, x, i) => s + (x - target[i]) ** 2, 0) / input.length, grads: { input } });
            const sgd = ({ param, grad, lr }) => ({ param: param.map((p, i) => p - lr * grad[i]), state: {} });
            const step_lr = ({ step, lr, step_size, gamma }) => lr * gamma ** Math.floor(step / step_size);
            const constant = ({ shape, val }) => new Array(shape[0]).fill(val);
            const gelu = ({ input }) => { throw new Error('no'); };
            serve({ loss: { mse_loss }, optimizer: { sgd }, schedule: { step_lr }, initializer: { constant }, activation: { gelu } });
            """);
        Answer(script, "node");
    }

    static void Answer(Script script, string program)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, [script.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string[] asked =
        [
            """{"op":"start","protocol":1}""",
            """{"id":1,"op":"loss","name":"mse_loss","dtype":"float32","options":{},"inputs":{"input":{"shape":[2],"data":["NaN",-0.0]},"target":{"shape":[2],"data":[0,1]}},"grad":["input"]}""",
            """{"id":2,"op":"optimizer","name":"sgd","dtype":"float32","options":{"lr":0.5},"params":[{"shape":[1],"data":[1]}],"grads":[[{"shape":[1],"data":[1]}]],"state":true}""",
            """{"id":3,"op":"schedule","name":"step_lr","options":{"step_size":2,"gamma":0.5},"lr":1,"steps":3}""",
            """{"id":4,"op":"initializer","name":"constant","dtype":"float64","options":{"val":0.5},"shape":[2],"seed":1}""",
            """{"id":5,"op":"activation","name":"gelu","dtype":"float64","options":{},"inputs":{"input":{"shape":[1],"data":[1]}},"grad":["input"]}""",
            """{"id":6,"op":"activation","name":"relu","dtype":"float64","options":{},"inputs":{"input":{"shape":[1],"data":[1]}},"grad":["input"]}""",
            """{"op":"stop"}""",
        ];
        foreach (string line in asked)
            process.StandardInput.WriteLine(line);
        process.StandardInput.Flush();
        string[] said = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();

        Assert.Equal(asked.Length - 1, said.Length);
        Assert.All(asked, line => Has("ask", line));
        Assert.All(said, line => Has("answer", line));
        Assert.Equal("[0.5]", JsonNode.Parse(said[2])!["params"]![0]![0]!["data"]!.ToJsonString().Replace("0.50", "0.5", StringComparison.Ordinal));
        Assert.NotNull(JsonNode.Parse(said[5])!["error"]);
        Assert.NotNull(JsonNode.Parse(said[6])!["skipped"]);
        Assert.Equal(0, process.ExitCode);
    }

    static void Has(string side, string line)
    {
        EvaluationResults results = Schema(side).Evaluate(JsonElement.Parse(line));
        Assert.True(results.IsValid, $"{line} must have the form of {side}.");
    }

    static JsonSchema Schema(string side)
    {
        JsonNode schema = Document.DeepClone();
        schema.AsObject().Remove("oneOf");
        schema["$ref"] = $"#/$defs/{side}";
        return JsonSchema.FromText(schema.ToJsonString());
    }

    /// <summary>Keeps what is asked, and answers nothing.</summary>
    sealed class Recorded : IAnswers
    {
        public List<string> Asked { get; } = [];

        public JsonElement Ask(string op, string request)
        {
            lock (Asked)
                Asked.Add($"{{\"id\":{Asked.Count + 1},{request[1..]}");
            throw new CaseSkippedException("nothing is answered.");
        }
    }
}
