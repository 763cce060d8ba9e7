using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Parity;

namespace ParityNet.Cli.Tests.References;

/// <summary>A request, and what PyTorch answered.</summary>
/// <param name="Case">The op, the dtype and what the line is about.</param>
/// <param name="Request">A line that <c>eval</c> reads.</param>
/// <param name="Response">The answer.</param>
/// <param name="Outside">Why a number of the answer is not faithful; null where all are.</param>
sealed record Reference(string Case, JsonElement Request, JsonElement Response, string? Outside)
{
    public static IEnumerable<Reference> Load(string kind) =>
        Directory.EnumerateFiles(Repository.Path("tests", "References"), $"{kind}*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(line => JsonElement.Parse(line)).Select(line =>
            new Reference(line.GetProperty("case").GetString()!, line.GetProperty("request"), line.GetProperty("response"),
                line.TryGetProperty("outside", out JsonElement why) ? why.GetString() : null));

    public bool IsDouble => Request.TryGetProperty("dtype", out JsonElement dtype) && dtype.GetString() == "float64";

    public bool IsRefusal => Response.TryGetProperty("error", out _);

    /// <summary>The spec that the request asks for.</summary>
    public OpSpec Spec(OpKind kind) => Spec(kind, Request);

    /// <summary>The spec of an object with its name and options.</summary>
    public static OpSpec Spec(OpKind kind, JsonElement json)
    {
        string name = json.GetProperty("name").GetString()!;
        var options = json.TryGetProperty("options", out JsonElement given) ? given.EnumerateObject().ToDictionary(o => o.Name, o => o.Value) : [];
        return Catalog.Find(kind, name).Build(options, name);
    }

    public static Tensor<T> Numbers<T>(JsonElement tensor) where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint[] shape = [.. tensor.GetProperty("shape").EnumerateArray().Select(length => (nint)length.GetInt64())];
        return Tensor.Create(tensor.GetProperty("data").EnumerateArray().Select(Number<T>).ToArray(), shape.Length == 0 ? [1] : shape);
    }

    public static T Number<T>(JsonElement number) where T : unmanaged, IFloatingPointIeee754<T> =>
        JsonNumbers.TryRead(number, out T value) ? value : throw new InvalidOperationException($"A number must be one: got {number.GetRawText()}.");
}
