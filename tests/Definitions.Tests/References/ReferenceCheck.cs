using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Tests.References;

/// <summary>One number that PyTorch gave, and what the definition allows there.</summary>
public sealed record Element(Reference Reference, string Quantity, int Index, double Value, double Lo, double Hi, bool IsInside, double Width, bool IsVacuous)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Reference.Case} | {Quantity}[{Index}]: expected [{Lo:R}, {Hi:R}], got {Value:R}.");
}

/// <summary>Holds stored answers against enclosures.</summary>
static class ReferenceCheck
{
    public static IEnumerable<Element> Of(Reference r) => r.IsDouble ? Of<double>(r) : Of<float>(r);

    static IEnumerable<Element> Of<T>(Reference r)
        where T : unmanaged, IFloatingPointIeee754<T> => r.Kind == "optimizer" ? OfSteps<T>(r) : OfFunction<T>(r);

    static IEnumerable<Element> OfFunction<T>(Reference r)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (ReferenceSpecs.Function(r) is not { } spec)
            return [];
        Operands<T> operands = Operands<T>.None;
        foreach (JsonProperty input in r.Request.GetProperty("inputs").EnumerateObject())
            operands = operands.With(input.Name, Reference.Operand<T>(input.Value));
        string[] names = [.. r.Response.GetProperty("grads").EnumerateObject().Select(p => p.Name)
            .Where(name => spec.Operands.Any(o => o.Name == name && o.Differentiable))];
        Tensor<T>? cotangent = r.Request.TryGetProperty("cotangent", out JsonElement c) ? Reference.Numbers<T>(c) : null;
        DefinedFunction<Enclosure<T>> bounds = Definition.Evaluate<T, Enclosure<T>>(spec, operands, names, cotangent);
        IEnumerable<Element> all = Compare(r, "value", Reference.Numbers<T>(r.Response.GetProperty("value")), bounds.Value);
        foreach (string name in names)
            all = all.Concat(Compare(r, name, Reference.Numbers<T>(r.Response.GetProperty("grads").GetProperty(name)), bounds.Gradients[name]));
        return all;
    }

    static IEnumerable<Element> OfSteps<T>(Reference r)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (ReferenceSpecs.Optimizer(r) is not { } spec || !r.Response.TryGetProperty("state", out JsonElement slots))
            yield break;
        OptimizerState<T> state = spec.Init<T>([.. r.Request.GetProperty("params").EnumerateArray().Select(Reference.Numbers<T>)]);
        JsonElement[] gradients = [.. r.Request.GetProperty("grads").EnumerateArray()];
        JsonElement parameters = r.Response.GetProperty("params");
        for (int step = 0; step < gradients.Length; step++)
        {
            Tensor<T>[] slopes = [.. gradients[step].EnumerateArray().Select(Reference.Numbers<T>)];
            DefinedStep<Enclosure<T>> bounds = Definition.Step<T, Enclosure<T>>(spec, state, slopes);
            // Each step starts from what PyTorch had, so that errors do not add up.
            state = new(
                [.. parameters[step].EnumerateArray().Select(Reference.Numbers<T>)],
                step + 1,
                spec.Slots.ToImmutableDictionary(
                    slot => slot.Name,
                    slot => slots[step].GetProperty(slot.Name).EnumerateArray().Select(Reference.Numbers<T>).ToImmutableArray()));
            for (int p = 0; p < slopes.Length; p++)
            {
                foreach (Element one in Compare(r, $"step {step + 1} parameter {p}", state.Parameters[p], bounds.Parameters[p]))
                    yield return one;
                foreach (string slot in state.Slots.Keys)
                {
                    foreach (Element one in Compare(r, $"step {step + 1} {slot} {p}", state[slot][p], bounds.Slots[slot][p]))
                        yield return one;
                }
            }
        }
    }

    static IEnumerable<Element> Compare<T>(Reference r, string quantity, Tensor<T> actual, ImmutableArray<Enclosure<T>> bounds)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] values = actual.Flat().ToArray();
        if (values.Length != bounds.Length)
            throw new InvalidOperationException($"{r.Case} must have as many elements of {quantity}: expected {bounds.Length}, got {values.Length}.");
        for (int i = 0; i < values.Length; i++)
        {
            yield return new(
                r, quantity, i, double.CreateChecked(values[i]), bounds[i].Lo, bounds[i].Hi,
                bounds[i].Contains(values[i]), bounds[i].WidthInUlp, bounds[i].IsVacuous);
        }
    }
}
