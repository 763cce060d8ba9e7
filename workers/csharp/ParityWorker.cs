using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ParityNet.Workers;

/// <summary>Turns functions into a worker of ParityNet. One file, no dependencies, .NET 8 or later: copy it beside your own.</summary>
/// <example>
/// <code>
/// return ParityWorker.Serve("mine", ParityOp.Loss("mse_loss", ["input", "target"], [], r =>
/// {
///     double[] x = r["input"], y = r["target"];
///     double[] d = [.. x.Zip(y, (a, b) => a - b)];
///     return new(d.Sum(e => e * e) / d.Length, [.. d.Select(e => 2 * e / d.Length)]);
/// }));
/// </code>
/// </example>
public static class ParityWorker
{
    /// <summary>Answers ParityNet until it says stop.</summary>
    /// <param name="name">The worker's name in tables.</param>
    /// <param name="ops">The ops that it serves.</param>
    /// <returns>The exit code.</returns>
    public static int Serve(string name, params ParityOp[] ops) => Serve(name, Environment.Version.ToString(), ops);

    /// <summary>Answers ParityNet until it says stop.</summary>
    /// <param name="name">The worker's name in tables.</param>
    /// <param name="version">The version of what computes.</param>
    /// <param name="ops">The ops that it serves.</param>
    /// <returns>The exit code.</returns>
    public static int Serve(string name, string version, params ParityOp[] ops)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        // What the functions print must not get between the answers.
        Console.SetOut(Console.Error);
        while (input.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            using JsonDocument request = JsonDocument.Parse(line);
            string op = request.RootElement.GetProperty("op").GetString()!;
            if (op == "stop")
                break;
            output.WriteLine(op == "start" ? Start(name, version, ops) : Answer(request.RootElement, op, ops));
            output.Flush();
        }
        return 0;
    }

    static string Start(string name, string version, ParityOp[] ops) => Written(w =>
    {
        w.WriteNumber("protocol", 1);
        w.WriteString("name", name);
        w.WriteString("language", "csharp");
        w.WriteString("version", version);
        w.WriteStartArray("ops");
        foreach (ParityOp op in ops)
            op.Describe(w);
        w.WriteEndArray();
    });

    static string Answer(JsonElement request, string kind, ParityOp[] ops) => Written(w =>
    {
        w.WriteNumber("id", request.GetProperty("id").GetInt64());
        string name = request.GetProperty("name").GetString()!;
        try
        {
            if (ops.FirstOrDefault(op => op.Kind == kind && op.Name == name) is { } served)
                served.Run(new ParityRequest(request))(w);
            else
                w.WriteString("skipped", "it is not served");
        }
        catch (ParitySkippedException skip)
        {
            w.WriteString("skipped", skip.Message);
        }
        catch (Exception problem)
        {
            Console.Error.WriteLine(problem);
            w.WriteStartObject("error");
            w.WriteString("kind", "backend");
            w.WriteString("message", $"{problem.GetType().Name}: {problem.Message}");
            w.WriteEndObject();
        }
    });

    static string Written(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            body(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}

/// <summary>Thrown by a function for a case that it does not have: it is counted with the reason, and is no mistake.</summary>
public sealed class ParitySkippedException(string reason) : Exception(reason);

/// <summary>What a loss, an activation or a layer gives: its value, and gradients by argument.</summary>
public sealed record ParityAnswer(double[] Value, IReadOnlyDictionary<string, double[]>? Gradients = null)
{
    internal bool IsNumber { get; private init; }

    /// <summary>The shape of the value; null for that of the first argument where it has as many elements, else one dimension.</summary>
    public int[]? Shape { get; init; }

    /// <summary>A reduced loss, alone or with its gradient with respect to the first argument.</summary>
    public ParityAnswer(double value, double[]? gradient = null) : this([value], gradient) => IsNumber = true;

    /// <summary>Elements, with the gradient with respect to the first argument.</summary>
    public ParityAnswer(double[] value, double[]? gradient) : this(value, gradient is null ? null : new Dictionary<string, double[]> { [""] = gradient }) { }
}

/// <summary>A request: its arguments in double, row-major, and its options.</summary>
public sealed class ParityRequest(JsonElement json)
{
    /// <summary>The elements of an argument.</summary>
    public double[] this[string input] => Elements(json.GetProperty("inputs").GetProperty(input));

    /// <summary>Whether an argument was given.</summary>
    public bool Has(string input) => json.GetProperty("inputs").TryGetProperty(input, out _);

    /// <summary>Whether an argument has numbers, not class indices.</summary>
    public bool IsFloating(string input) => !json.GetProperty("inputs").GetProperty(input).TryGetProperty("dtype", out _);

    /// <summary>The shape of an argument.</summary>
    public int[] Shape(string input) => ShapeOf(json.GetProperty("inputs").GetProperty(input));

    /// <summary>The weights of the value's elements in its gradients; null for ones.</summary>
    public double[]? Cotangent => json.TryGetProperty("cotangent", out JsonElement cotangent) ? Elements(cotangent) : null;

    /// <summary>An option that is a number.</summary>
    public double Number(string option) => NumberOf(json.GetProperty("options").GetProperty(option));

    /// <summary>An option that is a number, or null.</summary>
    public double? NumberOrNull(string option) =>
        json.GetProperty("options").GetProperty(option) is { ValueKind: not JsonValueKind.Null } number ? NumberOf(number) : null;

    /// <summary>An option that is a list of numbers.</summary>
    public double[] Numbers(string option) => [.. json.GetProperty("options").GetProperty(option).EnumerateArray().Select(NumberOf)];

    /// <summary>An option that is a word.</summary>
    public string Word(string option) => json.GetProperty("options").GetProperty(option).GetString()!;

    /// <summary>An option that is true or false.</summary>
    public bool Flag(string option) => json.GetProperty("options").GetProperty(option).GetBoolean();

    /// <summary>Whether results are rounded to float.</summary>
    public bool IsSingle => json.TryGetProperty("dtype", out JsonElement dtype) && dtype.GetString() == "float32";

    internal JsonElement Json => json;

    internal static int[] ShapeOf(JsonElement tensor) => [.. tensor.GetProperty("shape").EnumerateArray().Select(length => length.GetInt32())];

    internal double[] Elements(JsonElement tensor) => [.. tensor.GetProperty("data").EnumerateArray().Select(x => Rounded(NumberOf(x)))];

    // The one rounding of results computed in double.
    internal double Rounded(double x) => IsSingle ? (float)x : x;

    static double NumberOf(JsonElement number) => number.ValueKind != JsonValueKind.String ? number.GetDouble() : number.GetString() switch
    {
        "NaN" => double.NaN,
        "Infinity" => double.PositiveInfinity,
        "-Infinity" => double.NegativeInfinity,
        var word => throw new FormatException($"a number must be one: expected digits, NaN or Infinity, got {word}."),
    };
}

/// <summary>An op that a worker serves.</summary>
public sealed class ParityOp
{
    readonly string[] inputs, options;
    readonly bool takesCotangent;

    ParityOp(string kind, string name, string[] inputs, string[] options, bool takesCotangent, Func<ParityRequest, Action<Utf8JsonWriter>> run)
    {
        (Kind, Name, Run) = (kind, name, run);
        (this.inputs, this.options, this.takesCotangent) = (inputs, options, takesCotangent);
    }

    internal string Kind { get; }

    internal string Name { get; }

    internal Func<ParityRequest, Action<Utf8JsonWriter>> Run { get; }

    /// <summary>A loss.</summary>
    /// <param name="name">PyTorch's name.</param>
    /// <param name="inputs">The arguments that it takes.</param>
    /// <param name="options">The options that it takes; others stay at their defaults.</param>
    /// <param name="function">From a request to value and gradients.</param>
    public static ParityOp Loss(string name, string[] inputs, string[] options, Func<ParityRequest, ParityAnswer> function) =>
        Function("loss", name, inputs, options, false, function);

    /// <summary>An activation.</summary>
    /// <param name="name">PyTorch's name.</param>
    /// <param name="inputs">The arguments that it takes.</param>
    /// <param name="options">The options that it takes.</param>
    /// <param name="function">From a request to value and gradients.</param>
    /// <param name="takesCotangent">Whether gradients are weighed by <see cref="ParityRequest.Cotangent"/>.</param>
    public static ParityOp Activation(
        string name, string[] inputs, string[] options, Func<ParityRequest, ParityAnswer> function, bool takesCotangent = false) =>
        Function("activation", name, inputs, options, takesCotangent, function);

    /// <summary>An optimizer: one step of one parameter tensor.</summary>
    /// <param name="name">PyTorch's name.</param>
    /// <param name="options">The options that it takes.</param>
    /// <param name="step">
    /// From the request, the parameter, its gradient, its slots by PyTorch's names (empty before the first step) and the number of the step, from 1, to
    /// the parameter. Slots are written into the dictionary.
    /// </param>
    public static ParityOp Optimizer(
        string name, string[] options, Func<ParityRequest, double[], double[], Dictionary<string, double[]>, int, double[]> step) =>
        new("optimizer", name, [], options, false, request => w => Steps(request, step, w));

    /// <summary>A schedule.</summary>
    /// <param name="name">PyTorch's name.</param>
    /// <param name="options">The options that it takes.</param>
    /// <param name="rate">From the request, the first rate and the number of steps done to the rate.</param>
    public static ParityOp Schedule(string name, string[] options, Func<ParityRequest, double, int, double> rate) =>
        new("schedule", name, [], options, false, request => w =>
        {
            double[] rates =
            [
                .. Enumerable.Range(0, request.Json.GetProperty("steps").GetInt32() + 1)
                    .Select(k => rate(request, request.Json.GetProperty("lr").GetDouble(), k)),
            ];
            w.WriteStartArray("lr");
            foreach (double x in rates)
                Number(w, x);
            w.WriteEndArray();
        });

    internal void Describe(Utf8JsonWriter w)
    {
        w.WriteStartObject();
        w.WriteString("op", Kind);
        w.WriteString("name", Name);
        Names("options", options);
        if (inputs.Length > 0)
        {
            Names("inputs", inputs);
            w.WriteBoolean("cotangent", takesCotangent);
            w.WriteBoolean("broadcast", false);
        }
        w.WriteEndObject();

        void Names(string field, string[] names)
        {
            w.WriteStartArray(field);
            foreach (string name in names)
                w.WriteStringValue(name);
            w.WriteEndArray();
        }
    }

    static ParityOp Function(
        string kind, string name, string[] inputs, string[] options, bool takesCotangent, Func<ParityRequest, ParityAnswer> function) =>
        new(kind, name, inputs, options, takesCotangent, request =>
        {
            ParityAnswer answer = function(request);
            int[] lead = request.Shape(inputs[0]);
            return w =>
            {
                w.WritePropertyName("value");
                // Elements have the shape of the first argument, where they are as many.
                bool fits = answer.Value.Length == lead.Aggregate(1, (product, length) => product * length);
                Tensor(w, request, answer.Value, answer.Shape ?? (answer.IsNumber ? [] : fits ? lead : [answer.Value.Length]));
                if (answer.Gradients is null)
                    return;
                w.WriteStartObject("grads");
                foreach ((string input, double[] gradient) in answer.Gradients)
                {
                    string of = input.Length == 0 ? inputs[0] : input;
                    w.WritePropertyName(of);
                    Tensor(w, request, gradient, request.Shape(of));
                }
                w.WriteEndObject();
            };
        });

    static void Steps(ParityRequest request, Func<ParityRequest, double[], double[], Dictionary<string, double[]>, int, double[]> step, Utf8JsonWriter w)
    {
        JsonElement[] start = [.. request.Json.GetProperty("params").EnumerateArray()];
        double[][] parameters = [.. start.Select(request.Elements)];
        Dictionary<string, double[]>[] slots = [.. start.Select(_ => new Dictionary<string, double[]>())];
        var steps = new List<(double[][] Parameters, Dictionary<string, double[]>[] Slots)>();
        foreach ((JsonElement grads, int k) in request.Json.GetProperty("grads").EnumerateArray().Select((grads, k) => (grads, k)))
        {
            foreach ((JsonElement gradient, int i) in grads.EnumerateArray().Select((gradient, i) => (gradient, i)))
            {
                // A step starts from what the step before has answered.
                var after = new Dictionary<string, double[]>(slots[i]);
                parameters[i] = [.. step(request, parameters[i], request.Elements(gradient), after, k + 1).Select(request.Rounded)];
                slots[i] = after.ToDictionary(slot => slot.Key, slot => slot.Value.Select(request.Rounded).ToArray());
            }
            steps.Add(([.. parameters], [.. slots]));
        }
        w.WriteStartArray("params");
        foreach ((double[][] after, _) in steps)
            All(i => after[i]);
        w.WriteEndArray();
        w.WriteStartArray("state");
        foreach ((_, Dictionary<string, double[]>[] after) in steps)
        {
            w.WriteStartObject();
            foreach (string slot in after[0].Keys)
            {
                w.WritePropertyName(slot);
                All(i => after[i][slot]);
            }
            w.WriteEndObject();
        }
        w.WriteEndArray();

        void All(Func<int, double[]> tensor)
        {
            w.WriteStartArray();
            for (int i = 0; i < start.Length; i++)
                Tensor(w, request, tensor(i), ParityRequest.ShapeOf(start[i]));
            w.WriteEndArray();
        }
    }

    static void Tensor(Utf8JsonWriter w, ParityRequest request, double[] data, int[] shape)
    {
        w.WriteStartObject();
        w.WriteStartArray("shape");
        foreach (int length in shape)
            w.WriteNumberValue(length);
        w.WriteEndArray();
        w.WriteStartArray("data");
        foreach (double x in data)
            Number(w, request.Rounded(x));
        w.WriteEndArray();
        w.WriteEndObject();
    }

    static void Number(Utf8JsonWriter w, double x)
    {
        if (double.IsFinite(x))
            w.WriteRawValue(x.ToString("R", CultureInfo.InvariantCulture));
        else
            w.WriteStringValue(double.IsNaN(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity");
    }
}
