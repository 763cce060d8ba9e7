using System.Text.Json;
using System.Text.Json.Nodes;
using ParityNet.Native;
using ParityNet.Parity;

namespace ParityNet.Cli.Tests.Commands;

/// <summary>Whatever an option holds, the answer is a value or one clean sentence.</summary>
public class EvalMessageTests
{
    static readonly string[] Odd =
    [
        "0", "-1", "1", "2", "0.5", "1e300", "1e-320", "-0.0", "9223372036854775808", "1e1000", "\"NaN\"", "\"Infinity\"", "\"-Infinity\"", "\"\"", "\"mean\"", "\"\\u001b[31mred\\u0007\"",
        "null", "true", "[]", "[1]", "[0.9, 0.999]", "[-1, 2, 3]", "[[1]]", "{}", "{\"name\": \"sgd\"}", "{\"name\": 1}", "[{\"name\": \"step_lr\"}]", "[1e999, \"x\"]",
        $"\"{new string('x', 100_000)}\"", $"[{string.Join(',', Enumerable.Repeat("1", 5000))}]",
    ];

    static readonly string[] Leaks = ["Parameter '", "target of an invocation", "System.", "Exception", "   at ", "\n", "\r", "\u001b", "\u0007"];

    public static TheoryData<string> Ops => new(Catalog.All.Where(op => op.Kind is not (OpKind.Model or OpKind.LineSearch)).Select(op => $"{op.Kind}/{op.Name}"));

    [Theory, MemberData(nameof(Ops))]
    public void Every_value_of_every_option_is_answered_in_one_sentence(string op)
    {
        OpEntry entry = Catalog.Find(Enum.Parse<OpKind>(op.Split('/')[0]), op.Split('/')[1]);
        var session = new EvalSession(new NativeBackend());
        foreach (string option in entry.Options.Select(option => option.Name).Distinct())
            foreach (string value in Odd)
            {
                JsonElement answer = JsonElement.Parse(session.Answer(Request(entry, option, value)));
                if (!answer.TryGetProperty("error", out JsonElement error))
                    continue;
                string message = error.GetProperty("message").GetString()!;
                Assert.Contains(error.GetProperty("kind").GetString(), (string[])["argument", "json", "unknown", "unsupported"]);
                Assert.DoesNotContain(Leaks, leak => message.Contains(leak, StringComparison.Ordinal));
                Assert.InRange(message.Length, 1, 600);
            }
    }

    // Fields that every kind of request may have; those of other kinds are left out.
    static string Request(OpEntry entry, string option, string value)
    {
        const string One = """{"shape": [1, 2], "data": [0.5, 0.25]}""";
        string fields = entry.Kind switch
        {
            OpKind.Optimizer => $"\"params\": [{One}], \"grads\": [[{One}]]",
            OpKind.Schedule => "\"lr\": 0.1, \"steps\": 3",
            OpKind.Initializer => "\"shape\": [2, 3], \"seed\": 1",
            OpKind.Minimizer => "\"problem\": \"rosenbrock\"",
            _ => $"\"inputs\": {{{string.Join(',', ((FunctionSpec)entry.Examples[0]).Operands.Where(o => !o.Optional).Select(o => $"\"{o.Name}\": {One}"))}}}",
        };
        string request = $"{{\"id\": 1, \"op\": \"{Words.Of(entry.Kind)}\", \"name\": \"{entry.Name}\", \"options\": {{\"{option}\": {value}}}, {fields}}}";
        return entry.Options.Any(other => other.Required && other.Name != option) ? WithRequired(request, entry, option) : request;
    }

    static string WithRequired(string request, OpEntry entry, string option)
    {
        var parsed = (JsonObject)JsonNode.Parse(request)!;
        foreach (OptionInfo other in entry.Options.Where(other => other.Required && other.Name != option))
            ((JsonObject)parsed["options"]!).TryAdd(other.Name, other.Property.PropertyType == typeof(double) || other.Property.PropertyType == typeof(int) ? 1 : null);
        return parsed.ToJsonString();
    }
}
