using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Interval = ParityNet.Parity.Laws.Interval;
using Recursion = ParityNet.Parity.Laws.Recursion;

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

        Assert.Equal(request.GetProperty("steps").GetInt32() + 1, stored.Length);
        foreach ((int step, (double theirs, Interval way)) in stored.Zip(Recursion.Of(schedule, start)).Index())
        {
            Assert.InRange(theirs, way.Low, way.High);
            Near(way, schedule, start, step);
        }
    }

    [Theory, MemberData(nameof(Refused))]
    public void What_PyTorch_refuses_is_refused(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => Built(Find(name).GetProperty("request")));

    [Fact]
    public void Closed_form_equals_the_recursion_for_every_schedule() => Law.Holds(
        from schedule in Schedules
        from start in Gen.Elements(1e-4, 0.003, 0.1, 1, 30)
        from steps in Gen.Choose(1, 120)
        select (schedule, start, steps),
        drawn =>
        {
            foreach ((int step, Interval way) in Recursion.Of(drawn.schedule, drawn.start).Take(drawn.steps).Index())
                Near(way, drawn.schedule, drawn.start, step);
        });

    [Fact]
    public void Stored_cases_and_drawn_ones_try_every_schedule()
    {
        string[] all = [.. Catalog.Of(OpKind.Schedule).Select(op => op.Name).Order()];

        Assert.Equal(all, Stored.Select(line => line.GetProperty("request").GetProperty("name").GetString()!).Distinct().Order());
        Assert.Equal(all, Schedules.Sample(500, 30).Select(schedule => schedule.Name).Distinct().Order());
    }

    // Both hold the exact rate, so two results are apart by at most both widths.
    static void Near(Interval way, ScheduleSpec schedule, double start, long step)
    {
        Interval ours = Recursion.ClosedForm(schedule, start, step);
        double rate = schedule.Rate(start, step);

        Assert.InRange(rate, ours.Low, ours.High);
        Assert.InRange(rate, way.Low - ours.Width, way.High + ours.Width);
    }

    static JsonElement Find(string name) => Stored.Single(line => line.GetProperty("case").GetString() == name);

    static TheoryData<string> Cases(Func<JsonElement, bool> which) => new(Stored.Where(which).Select(line => line.GetProperty("case").GetString()!));

    static ScheduleSpec Built(JsonElement request) => (ScheduleSpec)Catalog.Find(OpKind.Schedule, request.GetProperty("name").GetString()!).Build(
        request.TryGetProperty("options", out JsonElement options) ? options.EnumerateObject().ToDictionary(o => o.Name, o => o.Value) : null);

    static Gen<ScheduleSpec> Schedules { get; } = Gen.OneOf(
        from factor in Shares from n in Gen.Choose(0, 20) select (ScheduleSpec)new Constant(factor, n),
        from gamma in Gen.Elements(0, 0.1, 0.5, 0.9, 0.99, 1, 1.05) select (ScheduleSpec)new Exponential(gamma),
        from size in Gen.Choose(1, 20) from gamma in Gen.Elements(0, 0.1, 0.5, 1, 1.5) select (ScheduleSpec)new Step(size, gamma),
        from first in Shares from last in Gen.OneOf(Shares, Gen.Constant(0.0)) from n in Gen.Choose(1, 30) select (ScheduleSpec)new Linear(first, last, n),
        from period in Gen.Choose(1, 60) from least in Gen.Elements(0, 1e-3, 0.05, 2) select (ScheduleSpec)new CosineAnnealing(period, least));

    static Gen<double> Shares => Gen.Elements(1.0 / 3, 0.1, 0.3, 0.5, 0.7, 1);
}
