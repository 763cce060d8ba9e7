using System.Collections.Immutable;
using ParityNet.Schedules;
using Number = ParityNet.Definitions.Numbers.Enclosure<double>;

namespace ParityNet.Cli.Tests.References;

/// <summary>Learning rates in bounds: by PyTorch's recurrences, where each comes from the one before, and by the closed form.</summary>
/// <remarks>Both hold the exact rate, so they must meet.</remarks>
static class PyTorchRates
{
    public static ImmutableArray<Number> ByRecurrence(ScheduleSpec spec, double start, int steps)
    {
        var rates = ImmutableArray.CreateBuilder<Number>();
        Number rate = First(spec, Number.Exact(start));
        rates.Add(rate);
        for (int step = 1; step <= steps; step++)
            rates.Add(rate = Next(spec, Number.Exact(start), rate, step));
        return rates.ToImmutable();
    }

    public static ImmutableArray<Number> InClosedForm(ScheduleSpec spec, double start, int steps) =>
        [.. Enumerable.Range(0, steps + 1).Select(step => At(spec, Number.Exact(start), step))];

    static Number At(ScheduleSpec spec, Number start, int step) => spec switch
    {
        Constant constant => step < constant.TotalIterations ? start * Number.Exact(constant.Factor) : start,
        Exponential exponential => start * Number.Pow(Number.Exact(exponential.Gamma), step),
        Step stairs => start * Number.Pow(Number.Exact(stairs.Gamma), step / stairs.StepSize),
        Linear linear => start * (Number.Exact(linear.StartFactor) + (Number.Exact(linear.EndFactor) - Number.Exact(linear.StartFactor))
            * Number.Exact(Math.Min(linear.TotalIterations, step)) / Number.Exact(linear.TotalIterations)),
        CosineAnnealing cosine => Number.Exact(cosine.Minimum)
            + (start - Number.Exact(cosine.Minimum)) * (Number.Exact(1) + Cos(step, cosine.Period)) / Number.Exact(2),
        _ => throw new InvalidOperationException($"{spec.Name} must have a closed form."),
    };

    static Number First(ScheduleSpec spec, Number start) => spec switch
    {
        Constant { TotalIterations: > 0 } constant => start * Number.Exact(constant.Factor),
        Linear linear => start * Number.Exact(linear.StartFactor),
        _ => start,
    };

    static Number Next(ScheduleSpec spec, Number start, Number rate, int step) => spec switch
    {
        Constant constant => step == constant.TotalIterations ? rate * (Number.Exact(1) / Number.Exact(constant.Factor)) : rate,
        Exponential exponential => rate * Number.Exact(exponential.Gamma),
        Step stairs => step % stairs.StepSize == 0 ? rate * Number.Exact(stairs.Gamma) : rate,
        Linear linear => step > linear.TotalIterations ? rate : rate * Slope(linear, step),
        CosineAnnealing cosine => Cosine(cosine, start, rate, step),
        _ => throw new InvalidOperationException($"{spec.Name} must have a recurrence."),
    };

    static Number Slope(Linear linear, int step)
    {
        Number length = Number.Exact(linear.TotalIterations), change = Number.Exact(linear.EndFactor) - Number.Exact(linear.StartFactor);
        return Number.Exact(1) + change / (length * Number.Exact(linear.StartFactor) + Number.Exact(step - 1) * change);
    }

    static Number Cosine(CosineAnnealing cosine, Number start, Number rate, int step)
    {
        Number least = Number.Exact(cosine.Minimum), one = Number.Exact(1);
        if ((step - 1 - cosine.Period) % (2 * cosine.Period) == 0)
            return rate + (start - least) * (one - Cos(1, cosine.Period)) / Number.Exact(2);
        return (one + Cos(step, cosine.Period)) / (one + Cos(step - 1, cosine.Period)) * (rate - least) + least;
    }

    // The slope of a cosine is at most 1, so an error of the angle counts at most once; the library's own is below one place.
    static Number Cos(int step, int period)
    {
        double angle = Math.PI * step / period, cos = Math.Cos(angle);
        double error = 2 * (Math.BitIncrement(angle) - angle) + (Math.BitIncrement(Math.Abs(cos)) - Math.Abs(cos));
        return Number.Hull(Number.Exact(Math.BitDecrement(cos - error)), Number.Exact(Math.BitIncrement(cos + error)));
    }
}
