using System.Numerics;
using System.Text.Json;
using ParityNet.Initializers;
using ParityNet.Parity.Warnings;

namespace ParityNet.Parity;

/// <summary>Answers requests for initializers: the tensor of a shape and a seed.</summary>
static class InitializerEval
{
    public static void Respond<T>(EvalBudget budget, EvalRequest request, Utf8JsonWriter writer) where T : unmanaged, IFloatingPointIeee754<T>
    {
        request.Allow("name", "options", "shape", "seed");
        var initializer = (InitializerSpec)request.Spec(OpKind.Initializer);
        nint[] shape = [.. request.Field("shape", JsonValueKind.Array).EnumerateArray().Select(JsonTensors.Length)];
        nint[] drawn = shape.Length == 0 ? [1] : shape;
        initializer.Check(drawn);
        budget.Check<T>(initializer, drawn);
        JsonElement seed = request.Field("seed", JsonValueKind.Number);
        if (!seed.TryGetUInt64(out ulong number))
            throw new ArgumentException($"seed must be an integer from 0 to {ulong.MaxValue}, got {Echo.Of(seed.GetRawText())}.");
        writer.WritePropertyName("value");
        JsonTensors.Write(writer, initializer.Draw<T>(drawn, number), shape);
        FunctionEval.WriteWarnings(writer, InitializerWarnings.Of(initializer, shape));
    }
}
