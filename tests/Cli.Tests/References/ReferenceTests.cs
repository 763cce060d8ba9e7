using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Parity.Cases;
using ParityNet.Parity.Known;
using ParityNet.Parity.Verdicts;
using ParityNet.Schedules;

namespace ParityNet.Cli.Tests.References;

/// <summary>Every stored request, through <c>eval</c>, beside what PyTorch answered.</summary>
public class ReferenceTests
{
    [Theory, InlineData("losses", "native"), InlineData("losses", "torch"), InlineData("activations", "native"), InlineData("activations", "torch"), InlineData("layers", "native"), InlineData("layers", "torch")]
    public void Functions_answer_as_PyTorch_did(string kind, string backend) =>
        Each(kind, backend, (reference, answer, comparison) =>
        {
            if (reference.IsDouble)
                Function<double>(reference, backend, answer, comparison);
            else
                Function<float>(reference, backend, answer, comparison);
        });

    [Theory, InlineData("native"), InlineData("torch")]
    public void Optimizers_answer_as_PyTorch_did_step_by_step(string backend)
    {
        IBackend under = TestBackends.Get(backend);
        Each("optimizers", backend, (reference, _, comparison) =>
        {
            if (reference.IsDouble)
                Steps<double>(reference, under, comparison);
            else
                Steps<float>(reference, under, comparison);
        });
    }

    [Fact]
    public void Schedules_answer_as_PyTorch_did() => Each("schedules", "native", (reference, answer, comparison) =>
    {
        JsonElement request = reference.Request;
        if (reference.Spec(OpKind.Schedule) is not ScheduleSpec { TakesMetrics: false } spec)
        {
            Assert.Equal(reference.Response.GetProperty("lr").EnumerateArray().Select(rate => rate.GetDouble()), answer.GetProperty("lr").EnumerateArray().Select(rate => rate.GetDouble()));
            return;
        }
        double start = request.GetProperty("lr").GetDouble();
        int steps = request.GetProperty("steps").GetInt32();
        ImmutableArray<Enclosure<double>> recurrence = [.. Definition.Rates<Enclosure<double>>(spec, start).Take(steps + 1)];
        ImmutableArray<Enclosure<double>> closed = [.. Enumerable.Range(0, steps + 1).Select(step => Definition.Rate<Enclosure<double>>(spec, start, step))];
        comparison.Numbers("stored", "lr", recurrence, reference.Response);
        comparison.Numbers("answered", "lr", closed, answer);
        Assert.All(recurrence.Zip(closed), both => Assert.True(both.First.Lo <= both.Second.Hi && both.Second.Lo <= both.First.Hi));
        if (spec.Momentum(0) is null)
            return;
        ImmutableArray<Enclosure<double>> momentum = [.. Enumerable.Range(0, steps + 1).Select(step => Definition.Momentum<Enclosure<double>>(spec, step))];
        comparison.Numbers("stored", "momentum", momentum, reference.Response);
        comparison.Numbers("answered", "momentum", momentum, answer);
    });

    static void Each(string kind, string backend, Action<Reference, JsonElement, Comparison> compare)
    {
        var session = new EvalSession(TestBackends.Get(backend));
        var problems = new List<string>();
        int lines = 0;
        foreach (Reference reference in Reference.Load(kind))
        {
            lines++;
            var comparison = new Comparison(reference.Case);
            JsonElement answer = JsonElement.Parse(session.Answer(reference.Request.GetRawText()));
            if (reference.IsRefusal)
                Refusal(reference, answer, comparison);
            else
                comparison.SameForm(reference.Response, answer);
            if (!reference.IsRefusal && comparison.Problems.Count == 0)
                compare(reference, answer, comparison);
            problems.AddRange(comparison.Problems);
        }
        Assert.True(lines > 0);
        Assert.True(problems.Count == 0, $"{problems.Count} problems:\n{string.Join('\n', problems.Take(4000))}");
    }

    static void Refusal(Reference reference, JsonElement answer, Comparison comparison)
    {
        string expected = reference.Response.GetProperty("error").GetProperty("kind").GetString()!;
        string got = answer.TryGetProperty("error", out JsonElement error) ? error.GetProperty("kind").GetString()! : "a result";
        if (got != expected)
            comparison.Say($"the request must be refused: expected {expected}, got {got}.");
    }

    static void Function<T>(Reference reference, string backend, JsonElement answer, Comparison comparison) where T : unmanaged, IFloatingPointIeee754<T>
    {
        var about = (Case<T>)CaseReader.Read(reference.Request.GetRawText());
        foreach (Defined<Enclosure<T>> defined in about.Define<Enclosure<T>>())
        {
            comparison.Inside(defined.Name, defined.Elements, Of(answer, defined.Name).Flat(), Known(about, backend));
            comparison.Inside(defined.Name, defined.Elements, Of(reference.Response, defined.Name).Flat(), finding => Known(about, "torch")(finding) || IsOfPyTorch(finding), "stored");
        }

        bool IsOfPyTorch(Finding finding) => ReferenceDifference.All.Any(difference => difference.Explains(about, finding));

        static Tensor<T> Of(JsonElement answer, string quantity) => Reference.Numbers<T>(
            quantity.Split('.', 2).Aggregate(answer, (json, member) => json.GetProperty(member)));
    }

    // Each step starts from what PyTorch had, so that errors do not add up.
    static void Steps<T>(Reference reference, IBackend backend, Comparison comparison) where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool some = reference.Request.GetProperty("grads").EnumerateArray().Any(step => step.EnumerateArray().Any(IsNone));
        int[] all = [.. Enumerable.Range(0, reference.Request.GetProperty("params").GetArrayLength())];
        foreach (int[] part in some ? [.. all.Select(parameter => new[] { parameter })] : new[] { all })
            Steps<T>(reference, backend, comparison, part);
    }

    // Parameters that step together; each by itself where one of them has no gradient in some step.
    static void Steps<T>(Reference reference, IBackend backend, Comparison comparison, int[] part) where T : unmanaged, IFloatingPointIeee754<T>
    {
        JsonElement request = reference.Request, parameters = reference.Response.GetProperty("params");
        bool hasSlots = reference.Response.TryGetProperty("state", out JsonElement slots);
        var spec = (OptimizerSpec)reference.Spec(OpKind.Optimizer);
        bool outside = false;
        OptimizerState<T> state = spec.Init<T>(Of(request.GetProperty("params")));
        for (int step = 0; step < parameters.GetArrayLength(); step++)
        {
            if (IsNone(request.GetProperty("grads")[step][part[0]]))
            {
                Same(state, step);
                continue;
            }
            ImmutableArray<Tensor<T>> gradients = Of(request.GetProperty("grads")[step]);
            var about = new OptimizerCase<T>(spec, state, gradients);
            OptimizerState<T>? stored = hasSlots || spec.Slots.IsEmpty ? Stored(step, state.Step + 1) : null;
            comparison.Step(about, backend, stored, step, Known(about, backend.Name), reference.Outside is null ? Known(about, "torch") : _ => outside = true);
            if (stored is null)
                break;
            state = stored;
        }
        if (reference.Outside is not null && !outside)
            comparison.Say($"what PyTorch loses must show: expected a number outside, got none. {reference.Outside}");

        ImmutableArray<Tensor<T>> Of(JsonElement list) => [.. part.Select(parameter => Reference.Numbers<T>(list[parameter]))];

        OptimizerState<T> Stored(int step, long own) => new(Of(parameters[step]), own,
            spec.Slots.ToImmutableDictionary(slot => slot.Name, slot => Of(slots[step].GetProperty(slot.Name))));

        void Same(OptimizerState<T> before, int step)
        {
            OptimizerState<T> after = Stored(step, before.Step);
            Assert.Equal(before.Parameters[0].Flat().ToArray(), after.Parameters[0].Flat().ToArray());
            Assert.All(spec.Slots, slot => Assert.Equal(before[slot.Name][0].Flat().ToArray(), after[slot.Name][0].Flat().ToArray()));
        }
    }

    static bool IsNone(JsonElement gradient) => gradient.ValueKind == JsonValueKind.Null;

    static Func<Finding, bool> Known(Case about, string backend) =>
        finding => KnownDifferences.All.Any(difference => difference.Explains(about, backend, finding));
}
