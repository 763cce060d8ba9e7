using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ParityNet.Parity;

namespace ParityNet.Cli.Tests.Fuzz;

/// <summary>Random requests, whole and broken: each gets one line, a value or one clean sentence.</summary>
public class EvalFuzzTests
{
    static readonly string[] Odd =
    [
        "null", "true", "0", "-1", "1", "2", "3", "0.5", "1e300", "1e1000", "-1e-320", "9223372036854775807", "18446744073709551616", "\"NaN\"", "\"Infinity\"", "\"\"", "\"mean\"", "\"\\u001b[2J\"", "[]", "[[]]", "[null]", "{}",
        "[1,2]", $"\"{new string('x', 3000)}\"", $"[\"{new string('x', 3000)}\"]", $"[[{string.Join(',', Enumerable.Repeat(7, 300))}]]", "[1,1,1,1,1,1,1,1,1,1,1,1]", "[0]", "[0,3]", "[-1]", "[65536,65536]", "[4294967296,4294967296]", "[9223372036854775807]", "[1.5]", "{\"shape\":[2],\"data\":[1,2]}", "{\"shape\":[],\"data\":[1]}", "{\"shape\":[0],\"data\":[]}",
        "{\"shape\":[2,0,3],\"data\":[]}", "{\"shape\":[100000,0],\"data\":[]}", "{\"shape\":[1],\"data\":[\"NaN\"]}", "{\"shape\":[1],\"data\":[1],\"dtype\":\"int64\"}", "{\"name\":\"adam\"}", "[{\"name\":\"step_lr\",\"options\":{\"step_size\":2}}]",
    ];

    static readonly JsonSerializerOptions Named = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [Theory, InlineData("native"), InlineData("torch")]
    public void Every_line_is_answered_by_a_value_or_one_sentence(string backend)
    {
        var session = new EvalSession(TestBackends.Get(backend), new EvalBudget(20_000_000, 1 << 24));
        var random = new Xoshiro(5);
        OpEntry[] ops = [.. Catalog.All.Where(op => op.Kind is not (OpKind.Model or OpKind.LineSearch))];
        int answered = 0, count = Leaks.Count(3000);
        for (int i = 0; i < count; i++)
        {
            byte[] line = Encoding.UTF8.GetBytes(Line(random, ops[random.Next(ops.Length)]));
            for (int n = random.Next(8) == 0 ? random.Next(4) : -1; n >= 0; n--)
                line[random.Next(line.Length)] = (byte)(random.Next(2) == 0 ? random.Next(256) : "{}[],:\"0e-."[random.Next(11)]);
            string answer = Encoding.UTF8.GetString(session.Answer(line).Span), input = $"line {i}: {Encoding.UTF8.GetString(line)}";
            Assert.True(!answer.Contains('\n', StringComparison.Ordinal), input);
            JsonElement parsed = JsonElement.Parse(answer);
            if (!parsed.TryGetProperty("error", out JsonElement error))
            {
                answered++;
                continue;
            }
            Leaks.None(error.GetProperty("message").GetString()!, input);
            Assert.True(error.GetProperty("kind").GetString() is "json" or "unknown" or "argument" or "unsupported", $"{answer} for {input}");
        }
        Assert.True(answered > count / 20, $"Some requests must be good ones: got {answered} of {count}.");
    }

    static string Line(Xoshiro random, OpEntry op)
    {
        var request = new JsonObject { ["id"] = 1, ["op"] = op.Kind == OpKind.Minimizer ? "minimize" : Words.Of(op.Kind), ["name"] = op.Names.ElementAt(random.Next(op.Names.Count())) };
        if (random.Next(2) == 0)
            request["dtype"] = "float64";
        var options = new JsonObject();
        OpSpec example = op.Examples[random.Next(op.Examples.Length)];
        foreach ((string name, object? value) in op.OptionsOf(example))
            if (random.Next(2) == 0 || op.Options.Any(option => option.Name == name && option.Required))
                options[name] = JsonNode.Parse(JsonSerializer.Serialize(OptionValue.Plain(value), Named));
        request["options"] = options;
        JsonObject tensor = Tensor(random);
        switch (op.Kind)
        {
            case OpKind.Optimizer:
                request["params"] = new JsonArray(tensor.DeepClone());
                request["grads"] = new JsonArray(new JsonArray(tensor.DeepClone()), new JsonArray(tensor.DeepClone()));
                break;
            case OpKind.Schedule:
                request["lr"] = 0.1;
                request["steps"] = 3;
                break;
            case OpKind.Initializer:
                request["shape"] = new JsonArray(2, 3);
                request["seed"] = 1;
                break;
            case OpKind.Minimizer:
                request["problem"] = random.Next(2) == 0 ? "rosenbrock" : "powell_singular";
                request["certify"] = false;
                if (random.Next(2) == 0)
                    request["x0"] = tensor;
                break;
            default:
                var inputs = new JsonObject();
                foreach (OperandInfo operand in ((FunctionSpec)example).Operands)
                    if (!operand.Optional || random.Next(3) == 0)
                        inputs[operand.Name] = random.Next(4) == 0 ? Tensor(random) : tensor.DeepClone();
                request["inputs"] = inputs;
                if (random.Next(3) == 0)
                    request["grad"] = new JsonArray([.. inputs.Select(input => (JsonNode)input.Key)]);
                break;
        }
        for (int n = random.Next(3); n > 0; n--)
            Spoil(random, request);
        return request.ToJsonString();
    }

    static JsonObject Tensor(Xoshiro random)
    {
        int rows = random.Next(4), columns = random.Next(4);
        double[] numbers = [.. Enumerable.Range(0, rows * columns).Select(_ => random.Next(5) == 0 ? Math.Floor(4 * random.NextUnit()) : random.NextUnit())];
        return new JsonObject { ["shape"] = new JsonArray(rows, columns), ["data"] = new JsonArray([.. numbers.Select(number => (JsonNode)number)]) };
    }

    // Replaces, removes or doubles something anywhere within.
    static void Spoil(Xoshiro random, JsonObject within)
    {
        if (within.Count == 0)
            return;
        (string name, JsonNode? value) = within.ElementAt(random.Next(within.Count));
        if (value is JsonObject inner && random.Next(3) > 0)
            Spoil(random, inner);
        else if (random.Next(5) == 0)
            within.Remove(name);
        else if (random.Next(5) == 0)
            within[name + (random.Next(2) == 0 ? "s" : "")] = JsonNode.Parse(Odd[random.Next(Odd.Length)]);
        else
            within[name] = JsonNode.Parse(Odd[random.Next(Odd.Length)]);
    }
}
