using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;

namespace ParityNet.Definitions.Tests.References;

/// <summary>A stored request to PyTorch 1.13.1 with its answer.</summary>
public sealed record Reference(string File, string Case, JsonElement Request, JsonElement Response)
{
    static readonly ImmutableDictionary<string, double> Words = ImmutableDictionary<string, double>.Empty
        .Add("NaN", double.NaN).Add("Infinity", double.PositiveInfinity).Add("-Infinity", double.NegativeInfinity);

    public string Name => Request.GetProperty("name").GetString()!;

    public string Kind => Request.GetProperty("op").GetString()!;

    public bool IsDouble => Request.TryGetProperty("dtype", out JsonElement type) && type.GetString() == "float64";

    public bool IsRefused => Response.TryGetProperty("error", out _);

    public JsonElement? Option(string name) =>
        Request.TryGetProperty("options", out JsonElement options) && options.TryGetProperty(name, out JsonElement value) ? value : null;

    public double Number(string name, double otherwise) => Option(name)?.GetDouble() ?? otherwise;

    public bool Flag(string name) => Option(name)?.GetBoolean() ?? false;

    public static IEnumerable<string> Files() => Directory.EnumerateFiles(Folder(), "*.jsonl").Order(StringComparer.Ordinal);

    public static IEnumerable<Reference> Read(string file)
    {
        foreach (string line in System.IO.File.ReadLines(file))
        {
            JsonElement root = JsonDocument.Parse(line).RootElement;
            yield return new(file, root.GetProperty("case").GetString()!, root.GetProperty("request"), root.GetProperty("response"));
        }
    }

    public static Tensor<T> Numbers<T>(JsonElement tensor)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] data = [.. tensor.GetProperty("data").EnumerateArray().Select(Number<T>)];
        return Tensor.Create(data, Shape(tensor));
    }

    public static Operand<T> Operand<T>(JsonElement tensor)
        where T : unmanaged, IFloatingPointIeee754<T> => tensor.TryGetProperty("dtype", out JsonElement type) && type.GetString() == "int64"
            ? Tensor.Create(tensor.GetProperty("data").EnumerateArray().Select(e => e.GetInt64()).ToArray(), Shape(tensor))
            : Numbers<T>(tensor);

    static T Number<T>(JsonElement number)
        where T : unmanaged, IFloatingPointIeee754<T> => number.ValueKind == JsonValueKind.String
            ? T.CreateChecked(Words[number.GetString()!])
            : T.Parse(number.GetRawText(), System.Globalization.CultureInfo.InvariantCulture);

    static nint[] Shape(JsonElement tensor)
    {
        nint[] shape = [.. tensor.GetProperty("shape").EnumerateArray().Select(e => (nint)e.GetInt64())];
        return shape.Length == 0 ? [1] : shape;
    }

    static string Folder()
    {
        string? folder = Environment.GetEnvironmentVariable("PARITY_REFERENCES");
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); folder is null && at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "tests", "References");
            if (Directory.Exists(candidate))
                folder = candidate;
        }

        return folder ?? throw new DirectoryNotFoundException("tests/References must exist: expected it above the test's own folder, got none.");
    }
}
