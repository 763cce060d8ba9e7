using System.Collections.Immutable;
using ParityNet.Schedules;
using Number = ParityNet.Definitions.Numbers.Enclosure<double>;

namespace ParityNet.Cli.Tests.References;

/// <summary>The rates that PyTorch's recurrences allow: each rate is computed from the one before, in bounds.</summary>
/// <remarks>The closed form lies inside, because a bound holds the exact value too.</remarks>
static class PyTorchRates
{
    public static ImmutableArray<Number> Of(ScheduleSpec spec, double start, int steps)
    {
        var rates = ImmutableArray.CreateBuilder<Number>();
        Number rate = First(spec, Number.Exact(start));
        rates.Add(rate);
        for (int step = 1; step <= steps; step++)
            rates.Add(rate = Next(spec, Number.Exact(start), rate, step));
        return rates.ToImmutable();
    }

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
