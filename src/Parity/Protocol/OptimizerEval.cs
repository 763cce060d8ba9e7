using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Optimizers;

namespace ParityNet.Parity;

/// <summary>
/// Answers requests for optimizers: the parameters, and the slots where asked for, after every step; with a schedule also the rate of each group in every step.
/// </summary>
static class OptimizerEval
{
    public static void Respond<T>(IBackend backend, EvalRequest request, Utf8JsonWriter writer) where T : unmanaged, IFloatingPointIeee754<T>
    {
        PacedOptimizer paced = PacedOptimizer.Of(request);
        IOptimizer<T> optimizer = backend.Optimizer<T>(paced.Spec);
        JsonElement[] parameters = [.. request.Field("params", JsonValueKind.Array).EnumerateArray()];
        nint[][] shapes = [.. parameters.Select(JsonTensors.Shape)];
        OptimizerState<T> state = optimizer.Init([.. parameters.Select(JsonTensors.Numbers<T>)]);
        var steps = new List<OptimizerState<T>>();
        foreach (JsonElement step in request.Field("grads", JsonValueKind.Array).EnumerateArray())
        {
            if (step.ValueKind != JsonValueKind.Array)
                throw new JsonException($"grads must hold one list of gradients a step: expected a list, got {EvalRequest.Kind(step)}.");
            Tensor<T>[] gradients = [.. step.EnumerateArray().Select(JsonTensors.Numbers<T>)];
            if (paced.Next(steps.Count) is { } now)
                optimizer = backend.Optimizer<T>(now);
            steps.Add(state = optimizer.Update(state, gradients));
        }

        writer.WriteStartArray("params");
        foreach (OptimizerState<T> step in steps)
            WriteAll(writer, step.Parameters, shapes);
        writer.WriteEndArray();
        paced.WriteRates(writer);
        if (!request.Flag("state"))
            return;
        writer.WriteStartArray("state");
        foreach (OptimizerState<T> step in steps)
        {
            writer.WriteStartObject();
            foreach (OptimizerSlot slot in optimizer.Spec.Slots)
            {
                writer.WritePropertyName(slot.Name);
                ImmutableArray<Tensor<T>> tensors = step[slot.Name];
                WriteAll(writer, tensors, [.. tensors.Select((t, i) => slot.Shape != SlotShape.Scalar && t.Lengths.SequenceEqual(step.Parameters[i].Lengths) ? shapes[i] : t.Lengths.ToArray())]);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    static void WriteAll<T>(Utf8JsonWriter writer, ImmutableArray<Tensor<T>> tensors, nint[][] shapes) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WriteStartArray();
        for (int i = 0; i < tensors.Length; i++)
            JsonTensors.Write(writer, tensors[i], shapes[i]);
        writer.WriteEndArray();
    }
}
