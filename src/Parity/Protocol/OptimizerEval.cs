using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Optimizers;

namespace ParityNet.Parity;

/// <summary>
/// Answers requests for optimizers: the parameters, and on request the slots, after every step; with a schedule also each group's rates.
/// </summary>
static class OptimizerEval
{
    public static void Respond<T>(IBackend backend, EvalBudget budget, EvalRequest request, Utf8JsonWriter writer)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        request.Allow("name", "options", "params", "param_groups", "grads", "state", "schedule", "metrics");
        PacedOptimizer paced = PacedOptimizer.Of(request);
        OptimizerSpec spec = paced.Spec;
        JsonElement[] parameters = [.. request.Field("params", JsonValueKind.Array).EnumerateArray()];
        nint[][] shapes = [.. parameters.Select(JsonTensors.Shape)];
        Tensor<T>[] start = [.. parameters.Select(JsonTensors.Numbers<T>)];
        JsonElement[][] gradients = [.. request.Field("grads", JsonValueKind.Array).EnumerateArray().Select(Gradients)];
        budget.Check<T>(spec, shapes, gradients.Length);
        if (request.Has("schedule"))
            budget.Check(gradients.Length, ScheduleEval.Items(request.Field("schedule", JsonValueKind.Object)));
        bool missing = gradients.Any(step => step.Any(gradient => gradient.ValueKind == JsonValueKind.Null));
        OptimizerState<T>[] steps;
        try
        {
            steps = [.. missing ? Apart(backend, paced, start, gradients) : Together(backend, paced, start, gradients)];
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException(OptionWords.Of(problem.Message, Catalog.Entry(spec).Options), problem);
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
            foreach (OptimizerSlot slot in spec.Slots)
            {
                writer.WritePropertyName(slot.Name);
                ImmutableArray<Tensor<T>> tensors = step[slot.Name];
                WriteAll(writer, tensors,
                    [.. tensors.Select((t, i) =>
                    slot.IsNumber(t) ? [] : t.Lengths.SequenceEqual(step.Parameters[i].Lengths) ? shapes[i] : t.Lengths.ToArray())]);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    static JsonElement[] Gradients(JsonElement step) => step.ValueKind == JsonValueKind.Array
        ? [.. step.EnumerateArray()]
        : throw new JsonException($"grads must hold one list of gradients a step: expected a list, got {EvalRequest.Kind(step)}.");

    static IEnumerable<OptimizerState<T>> Together<T>(IBackend backend, PacedOptimizer paced, Tensor<T>[] start, JsonElement[][] gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        IOptimizer<T> optimizer = backend.Optimizer<T>(paced.Spec);
        OptimizerState<T> state = optimizer.Init(start);
        foreach ((int number, JsonElement[] step) in gradients.Index())
        {
            if (paced.Next(number) is { } now)
                optimizer = backend.Optimizer<T>(now);
            yield return state = optimizer.Update(state, [.. step.Select(JsonTensors.Numbers<T>)]);
        }
    }

    // A parameter without a gradient keeps its value, its slots and its step count, so each parameter has its own state.
    static IEnumerable<OptimizerState<T>> Apart<T>(IBackend backend, PacedOptimizer paced, Tensor<T>[] start, JsonElement[][] gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        OptimizerState<T> whole = paced.Spec.Init(start);
        IOptimizer<T>[] rules = Rules<T>(backend, paced.Spec, start.Length);
        OptimizerState<T>[] states = [.. rules.Zip(start, (rule, parameter) => rule.Init([parameter]))];
        foreach ((int number, JsonElement[] step) in gradients.Index())
        {
            if (paced.Next(number) is { } now)
                rules = Rules<T>(backend, now, start.Length);
            if (step.Length != start.Length)
                throw new ArgumentException($"grads must hold one tensor per parameter: expected {start.Length}, got {step.Length}.");
            for (int i = 0; i < step.Length; i++)
                if (step[i].ValueKind != JsonValueKind.Null)
                {
                    Tensor<T> gradient = JsonTensors.Numbers<T>(step[i]);
                    Require.Shape(gradient, start[i].Lengths, $"parameter {i}", $"gradient {i}");
                    states[i] = rules[i].Update(states[i], [gradient]);
                }
            yield return whole = new([.. states.Select(state => state.Parameters[0])], whole.Step + 1, whole.Slots.ToImmutableDictionary(
                slot => slot.Key,
                    slot => states.Select((state, i) =>
                    state.Slots.TryGetValue(slot.Key, out ImmutableArray<Tensor<T>> kept) ? kept[0] : slot.Value[i]).ToImmutableArray()));
        }
    }

    static IOptimizer<T>[] Rules<T>(IBackend backend, OptimizerSpec spec, int count) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(i => backend.Optimizer<T>(spec.Alone(i)
            ?? throw new ArgumentException(
                $"grads must hold a gradient for every parameter where {spec.Name} looks at all of them: expected tensors, got null.")))];

    static void WriteAll<T>(Utf8JsonWriter writer, ImmutableArray<Tensor<T>> tensors, nint[][] shapes) where T : unmanaged, IFloatingPointIeee754<T>
    {
        writer.WriteStartArray();
        for (int i = 0; i < tensors.Length; i++)
            JsonTensors.Write(writer, tensors[i], shapes[i]);
        writer.WriteEndArray();
    }
}
