using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using ParityNet.Definitions;
using Number = ParityNet.Definitions.Numbers.Enclosure<double>;

namespace ParityNet.Tests.Schedules;

public class RecursionTests
{
    static readonly JsonElement[] Stored = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "References", "schedules.jsonl"))
        .Select(line => JsonElement.Parse(line))];

    public static TheoryData<string> Answered => Cases(line => line.GetProperty("response").TryGetProperty("lr", out _));

    public static TheoryData<string> Refused => Cases(line => line.GetProperty("response").TryGetProperty("error", out _));

    [Theory, MemberData(nameof(Answered))]
    public void Stored_rates_of_PyTorch_lie_in_the_bound_of_its_recursion_and_so_do_ours(string name)
    {
        JsonElement line = Find(name), request = line.GetProperty("request");
        double start = request.GetProperty("lr").GetDouble();
        double[] stored = [.. line.GetProperty("response").GetProperty("lr").EnumerateArray().Select(rate => rate.GetDouble())];
        ScheduleSpec schedule = Built(request);
        if (schedule.TakesMetrics)
        {
            Assert.Equal(stored, schedule.Rates(start, Metrics(request)));
            return;
        }

        Assert.Equal(request.GetProperty("steps").GetInt32() + 1, stored.Length);
        foreach ((int step, (double theirs, Number way)) in stored.Zip(Definition.Rates<Number>(schedule, start)).Index())
        {
            Assert.InRange(theirs, way.Lo, way.Hi);
            Near(way, schedule, start, step);
        }
    }

    [Theory, MemberData(nameof(Refused))]
    public void What_PyTorch_refuses_is_refused(string name) => Assert.ThrowsAny<ArgumentException>(() =>
    {
        JsonElement request = Find(name).GetProperty("request");
        if (Built(request) is { TakesMetrics: false } schedule)
            schedule.Rate(0.1, request.GetProperty("steps").GetInt32());
    });

    [Property(Arbitrary = [typeof(RecursionTests)])]
    public void Closed_form_equals_the_recursion_for_every_schedule(Course course)
    {
        int steps = (int)Math.Min(course.Steps, 1 + course.Schedule.Last ?? long.MaxValue);
        foreach ((int step, Number way) in Definition.Rates<Number>(course.Schedule, course.Start).Take(steps).Index())
            Near(way, course.Schedule, course.Start, step);
    }

    /// <summary>A schedule, the rate that it starts from, and how far it is followed.</summary>
    public sealed record Course(ScheduleSpec Schedule, double Start, int Steps);

    /// <summary>Called by FsCheck.</summary>
    public static Arbitrary<Course> Courses() => Arb.From(
        from schedule in Schedules
        from start in Gen.Elements(1e-4, 0.003, 0.1, 1, 30)
        from steps in Gen.Choose(1, 120)
        select new Course(schedule, start, steps));

    [Fact]
    public void Rates_one_after_another_are_those_asked_for_alone()
    {
        foreach (ScheduleSpec schedule in Examples)
        {
            int steps = (int)Math.Min(60, 1 + schedule.Last ?? 60);
            Assert.Equal(Enumerable.Range(0, steps).Select(step => schedule.Rate(0.3, step)), schedule.Rates(0.3).Take(steps));
        }
    }

    [Fact]
    public void Stored_cases_and_drawn_ones_try_every_schedule()
    {
        string[] all = [.. Catalog.Of(OpKind.Schedule).Select(op => op.Name).Order()];

        Assert.Equal(all, Stored.Select(line => line.GetProperty("request").GetProperty("name").GetString()!).Distinct().Order());
        Assert.Equal(all.Except(["reduce_lr_on_plateau"]), Schedules.Sample(500, 30).Select(schedule => schedule.Name).Distinct().Order());
    }

    // Both hold the exact rate, so two results are apart by at most both widths.
    static void Near(Number way, ScheduleSpec schedule, double start, long step)
    {
        Number ours = Definition.Rate<Number>(schedule, start, step);
        double rate = schedule.Rate(start, step), width = Math.BitIncrement(ours.Hi - ours.Lo);

        Assert.InRange(rate, ours.Lo, ours.Hi);
        Assert.InRange(rate, Math.BitDecrement(way.Lo - width), Math.BitIncrement(way.Hi + width));
    }

    static JsonElement Find(string name) => Stored.Single(line => line.GetProperty("case").GetString() == name);

    static TheoryData<string> Cases(Func<JsonElement, bool> which) => new(Stored.Where(which).Select(line => line.GetProperty("case").GetString()!));

    static double[] Metrics(JsonElement request) =>
        [.. request.GetProperty("metrics").EnumerateArray().Select(item => JsonNumbers.TryRead(item, out double metric) ? metric : throw new JsonException())];

    static ScheduleSpec[] Examples => [.. Catalog.Examples<ScheduleSpec>().Where(schedule => !schedule.TakesMetrics)];

    static ScheduleSpec Built(JsonElement request) => (ScheduleSpec)Catalog.Find(OpKind.Schedule, request.GetProperty("name").GetString()!).Build(
        request.TryGetProperty("options", out JsonElement options) ? options.EnumerateObject().ToDictionary(o => o.Name, o => o.Value) : null);

    static Gen<ScheduleSpec> Simple { get; } = Gen.OneOf(
        from factor in Shares from n in Gen.Choose(0, 20) select (ScheduleSpec)new Constant(factor, n),
        from gamma in Gen.Elements(0, 0.1, 0.5, 0.9, 0.99, 1, 1.05) select (ScheduleSpec)new Exponential(gamma),
        from size in Gen.Choose(1, 20) from gamma in Gen.Elements(0, 0.1, 0.5, 1, 1.5) select (ScheduleSpec)new Step(size, gamma),
        from at in Gen.Choose(0, 30).ListOf(4) from gamma in Gen.Elements(0.1, 0.5, 1.1) select (ScheduleSpec)new MultiStep([.. at], gamma),
        from first in Shares from last in Gen.OneOf(Shares, Gen.Constant(0.0)) from n in Gen.Choose(0, 30) select (ScheduleSpec)new Linear(first, last, n),
        from n in Gen.Choose(0, 30) from power in Gen.Elements(0, 0.5, 1, 2, 2.7) select (ScheduleSpec)new Polynomial(n, power),
        from period in Gen.Choose(1, 60) from smallest in Gen.Elements(0, 1e-3, 0.05, 2) select (ScheduleSpec)new CosineAnnealing(period, smallest),
        from first in Gen.Choose(1, 20) from growth in Gen.Choose(1, 3) from smallest in Gen.Elements(0, 1e-3) select (ScheduleSpec)new CosineWarmRestarts(first, growth, smallest),
        from up in Gen.Choose(1, 20)
        from down in Gen.Choose(0, 20)
        from mode in Gen.Elements(Enum.GetValues<CyclicMode>())
        select (ScheduleSpec)new Cyclic(0.01, 0.3, up, down, mode, 0.95),
        from final in Shares from n in Gen.Choose(0, 20) from how in Gen.Elements(Enum.GetValues<Anneal>()) select (ScheduleSpec)new Swa(final, n, how));

    static Gen<ScheduleSpec> Schedules { get; } = Gen.Frequency(
        (4, Simple), (4, Gen.Elements(Examples)),
        (1, from first in Simple from next in Simple from at in Gen.Choose(1, 40) select (ScheduleSpec)next.After(first, at)),
        (1, from schedule in Simple from steps in Gen.Choose(1, 20) from share in Shares select (ScheduleSpec)schedule.WarmedUp(steps, share)));

    static Gen<double> Shares => Gen.Elements(1.0 / 3, 0.1, 0.3, 0.5, 0.7, 1);
}
