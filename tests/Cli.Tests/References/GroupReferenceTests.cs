using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Definitions;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;
using ParityNet.Parity;
using ParityNet.Parity.Cases;
using ParityNet.Schedules;

namespace ParityNet.Cli.Tests.References;

/// <summary>Groups of parameters that one schedule paces, beside what PyTorch answered.</summary>
public class GroupReferenceTests
{
    static readonly Reference[] Stored = [.. Reference.Load("groups")];

    public static TheoryData<string, string> Cases => new(Stored.SelectMany(_ => new[] { "native", "torch" }, (reference, backend) => (reference.Case, backend)));

    [Theory, MemberData(nameof(Cases))]
    public void Groups_are_paced_as_PyTorch_paces_them(string name, string backend)
    {
        Reference reference = Stored.Single(reference => reference.Case == name);
        IBackend under = TestBackends.Get(backend);
        JsonElement answer = JsonElement.Parse(new EvalSession(under).Answer(reference.Request.GetRawText()));
        var comparison = new Comparison(name);
        comparison.SameForm(reference.Response, answer);
        Assert.Empty(comparison.Problems);
        Rates(reference, answer);
        if (reference.IsDouble)
            Steps<double>(reference, under, comparison);
        else
            Steps<float>(reference, under, comparison);
        Assert.Empty(comparison.Problems);
    }

    static void Rates(Reference reference, JsonElement answer)
    {
        var schedule = (ScheduleSpec)Reference.Spec(OpKind.Schedule, reference.Request.GetProperty("schedule"));
        int steps = reference.Request.GetProperty("grads").GetArrayLength();
        double[] starts = [.. reference.Request.GetProperty("param_groups").EnumerateArray().Select(group => group.GetProperty("lr").GetDouble())];
        foreach ((int group, double start) in starts.Index())
        {
            double[] stored = Of(reference.Response, group), answered = Of(answer, group);
            if (schedule.TakesMetrics)
            {
                Assert.Equal(stored, answered);
                continue;
            }
            Assert.All(stored.Zip(Definition.Rates<Enclosure<double>>(schedule, start)), both => Assert.True(both.Second.Contains(both.First), $"stored {both.First:R} in {both.Second}"));
            Assert.All(answered.Index(), rate => Assert.True(Definition.Rate<Enclosure<double>>(schedule, start, rate.Index).Contains(rate.Item), $"answered {rate}"));
        }
        if (schedule.Momentum(0) is not null)
            Assert.All(new[] { reference.Response, answer }, both => Assert.All(both.GetProperty("momentum").EnumerateArray().Index(), momentum =>
                Assert.True(Definition.Momentum<Enclosure<double>>(schedule, momentum.Index).Contains(momentum.Item.GetDouble()))));

        double[] Of(JsonElement from, int group) => [.. Enumerable.Range(0, steps).Select(step => from.GetProperty("lr")[step][group].GetDouble())];
    }

    // Each step has the rates and the momentum that PyTorch had, and starts from what it had.
    static void Steps<T>(Reference reference, IBackend backend, Comparison comparison) where T : unmanaged, IFloatingPointIeee754<T>
    {
        JsonElement parameters = reference.Response.GetProperty("params"), slots = reference.Response.GetProperty("state");
        OptimizerState<T> state = Groups(reference, 0).Init<T>(Tensors<T>(reference.Request.GetProperty("params")));
        for (int step = 0; step < parameters.GetArrayLength(); step++)
        {
            Groups spec = Groups(reference, step);
            var about = new OptimizerCase<T>(spec, state, Tensors<T>(reference.Request.GetProperty("grads")[step]));
            OptimizerState<T> stored = new(Tensors<T>(parameters[step]), step + 1,
                spec.Slots.ToImmutableDictionary(slot => slot.Name, slot => Tensors<T>(slots[step].GetProperty(slot.Name))));
            comparison.Step(about, backend, stored, step, _ => false, _ => false);
            state = stored;
        }
    }

    static Groups Groups(Reference reference, int step)
    {
        OptimizerSpec common = (OptimizerSpec)reference.Spec(OpKind.Optimizer);
        if (reference.Response.TryGetProperty("momentum", out JsonElement momenta))
            common = common is Sgd sgd ? sgd with { Momentum = momenta[step].GetDouble() } : (Adam)common with { Beta1 = momenta[step].GetDouble() };
        double[] rates = [.. reference.Response.GetProperty("lr")[step].EnumerateArray().Select(rate => rate.GetDouble())];
        return new([.. rates.Select(rate => common with { LearningRate = rate })], [.. rates.Select((_, i) => i)]);
    }

    static ImmutableArray<Tensor<T>> Tensors<T>(JsonElement list) where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. list.EnumerateArray().Select(Reference.Numbers<T>)];
}
