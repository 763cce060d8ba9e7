using System.Numerics.Tensors;
using System.Text.Json;
using ParityNet.Initializers;
using ParityNet.Optimizers;
using ParityNet.Schedules;

namespace ParityNet.Parity.Laws;

/// <summary>The context in which a law checks a backend: it draws inputs, computes, and bounds rounding errors.</summary>
/// <param name="backend">The backend.</param>
/// <param name="bounded">Whether results carry slacks, which cost an evaluation of the definition.</param>
/// <param name="seed">The seed of the numbers drawn.</param>
/// <param name="size">The number of elements that a law should draw; at least 1.</param>
abstract class LawContext(IBackend backend, bool bounded, ulong seed, int size)
{
    readonly Xoshiro random = new(seed);

    /// <summary>The backend.</summary>
    public IBackend Backend => backend;

    /// <summary>The number of elements that a law should draw.</summary>
    public int Size => size;

    /// <summary>Whether results carry slacks.</summary>
    protected bool Bounded => bounded;

    /// <summary>An integer from 0 to <paramref name="bound"/> − 1.</summary>
    /// <param name="bound">The exclusive upper bound.</param>
    /// <returns>The integer.</returns>
    public int Index(int bound) => random.Next(bound);

    /// <summary>Uniform random numbers that the element type can represent.</summary>
    /// <param name="count">The number of them.</param>
    /// <param name="low">The smallest.</param>
    /// <param name="high">The largest.</param>
    /// <returns>The numbers.</returns>
    public double[] Numbers(int count, double low = -4, double high = 4) =>
        [.. Enumerable.Range(0, count).Select(_ => Round(low + (high - low) * random.NextUnit()))];

    /// <summary>Multiples of ⅛ between −4 and 4: small sums of them are exact.</summary>
    /// <param name="count">The number of them.</param>
    /// <returns>The numbers.</returns>
    public double[] Eighths(int count) => [.. Enumerable.Range(0, count).Select(_ => (random.Next(65) - 32) / 8.0)];

    /// <summary>Random zeros and ones.</summary>
    /// <param name="count">The number of them.</param>
    /// <returns>The numbers.</returns>
    public double[] Coins(int count) => [.. Enumerable.Range(0, count).Select(_ => (double)random.Next(2))];

    /// <summary>Random signs, −1 or 1.</summary>
    /// <param name="count">The number of them.</param>
    /// <returns>The numbers.</returns>
    public double[] Signs(int count) => [.. Coins(count).Select(coin => 2 * coin - 1)];

    /// <summary>Random class indices.</summary>
    /// <param name="count">The number of them.</param>
    /// <param name="classes">The number of classes.</param>
    /// <returns>The indices.</returns>
    public long[] Labels(int count, int classes) => [.. Enumerable.Range(0, count).Select(_ => (long)random.Next(classes))];

    /// <summary>A random permutation of 0 to <paramref name="count"/> − 1.</summary>
    /// <param name="count">The number of them.</param>
    /// <returns>The permutation.</returns>
    public int[] Permutation(int count) => [.. Enumerable.Range(0, count).OrderBy(_ => random.Next())];

    /// <summary>A random power of two from ¼ to 8, other than 1.</summary>
    /// <returns>The number.</returns>
    public double PowerOfTwo() => new[] { 0.25, 0.5, 2, 4, 8 }[random.Next(5)];

    /// <summary>Rounds a number to the element type.</summary>
    /// <param name="value">Any number.</param>
    /// <returns>The nearest number of the element type.</returns>
    public abstract double Round(double value);

    /// <summary>Computes the value and the gradient with respect to the first argument.</summary>
    /// <param name="spec">The loss, activation or layer.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="cotangent">The cotangent, one number per element of the value; null for ones.</param>
    /// <returns>Both.</returns>
    public abstract FunctionResult Function(FunctionSpec spec, Arguments arguments, double[]? cotangent = null);

    /// <summary>The learning rate after a number of steps.</summary>
    /// <param name="spec">The schedule.</param>
    /// <param name="learningRate">The rate that it starts from.</param>
    /// <param name="step">Steps done, from 0.</param>
    /// <returns>The rate: the backend's own where it has one, else the spec's.</returns>
    public double Rate(ScheduleSpec spec, double learningRate, long step)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return backend is IOwnSchedules own ? own.Rate(spec, learningRate, step) : spec.Rate(learningRate, step);
    }

    /// <summary>The momentum after a number of steps.</summary>
    /// <param name="spec">The schedule.</param>
    /// <param name="step">Steps done, from 0.</param>
    /// <returns>The momentum; null where the schedule has none.</returns>
    public double? Momentum(ScheduleSpec spec, long step)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return backend is IOwnSchedules own ? own.Momentum(spec, step) : spec.Momentum(step);
    }

    /// <summary>An optimizer with the rates of one step of a schedule.</summary>
    /// <param name="spec">The schedule.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="step">Steps done, from 0.</param>
    /// <returns>The optimizer for this step.</returns>
    public OptimizerSpec Apply(ScheduleSpec spec, OptimizerSpec optimizer, long step)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return backend is IOwnSchedules own ? own.Apply(spec, optimizer, step) : spec.Apply(optimizer, step);
    }

    /// <summary>The rates before the first metric and after each.</summary>
    /// <param name="spec">The schedule that takes metrics.</param>
    /// <param name="learningRate">The rate that it starts from.</param>
    /// <param name="metrics">The metrics.</param>
    /// <returns>The rates.</returns>
    public double[] Rates(ScheduleSpec spec, double learningRate, double[] metrics)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(metrics);
        PlateauState state = spec.Start(learningRate);
        return [state.Rate,
            .. metrics.Select(metric =>
            (state = backend is IOwnSchedules own ? own.Observe(spec, state, metric) : spec.Observe(state, metric)).Rate)];
    }

    /// <summary>Whether an op accepts a value of an option, with all others at their defaults.</summary>
    /// <param name="entry">The op.</param>
    /// <param name="option">The option's name.</param>
    /// <param name="json">Its value, as JSON.</param>
    /// <returns>True where the backend's own check accepts it, or the spec's where the backend has none.</returns>
    public bool Accepts(OpEntry entry, string option, string json)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (backend is IOwnRefusals own && own.Accepts(entry, option, json) is { } word)
            return word;
        try
        {
            entry.Build(new Dictionary<string, JsonElement> { [option] = JsonElement.Parse(json) });
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Draws a seed.</summary>
    /// <returns>The seed.</returns>
    public ulong Seed() => random.Next();

    /// <summary>Draws initial parameters.</summary>
    /// <typeparam name="T">The floating-point type.</typeparam>
    /// <param name="spec">The initializer.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="seed">The seed of the numbers.</param>
    /// <returns>The numbers, row-major: the backend's own where it has them, else the spec's.</returns>
    public T[] Draw<T>(InitializerSpec spec, ReadOnlySpan<nint> shape, ulong seed) where T : unmanaged, System.Numerics.IFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(spec);
        return (backend is IOwnInitializers own ? own.Draw<T>(spec, shape, seed) : spec.Draw<T>(shape, seed)).Flat().ToArray();
    }

    /// <summary>The state before the first step.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="parameters">The parameters, one tensor.</param>
    /// <returns>The state.</returns>
    public StepResult Start(OptimizerSpec spec, double[] parameters)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(parameters);
        OptimizerState<double> start = spec.Init([Tensor.Create(parameters, ShapeOf(spec, parameters.Length))]);
        return new(0, [.. parameters.Select(p => (Approx)p)], spec.Slots.ToDictionary(
            slot => slot.Name, slot => start[slot.Name][0].Flat().ToArray().Select(x => (Approx)Round(x)).ToArray()));
    }

    /// <summary>The shape that a parameter of some number of elements has for an optimizer.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="count">The number of elements.</param>
    /// <returns>One dimension, unless the optimizer requires another rank.</returns>
    protected static nint[] ShapeOf(OptimizerSpec spec, int count)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return (spec.RankOf(0) ?? 1) switch
        {
            1 => [count],
            var rank => [.. Enumerable.Repeat((nint)1, rank - 2), count % 2 == 0 ? 2 : 1, count % 2 == 0 ? count / 2 : count],
        };
    }

    /// <summary>Computes one step; the slacks are those of this step only.</summary>
    /// <param name="spec">The optimizer.</param>
    /// <param name="before">The state before.</param>
    /// <param name="gradient">The gradient.</param>
    /// <param name="learningRate">A learning rate for this step only; null for the spec's.</param>
    /// <returns>The state after.</returns>
    public abstract StepResult Step(OptimizerSpec spec, StepResult before, double[] gradient, double? learningRate = null);

    /// <summary>Checks a tensor law on a case of the spec.</summary>
    /// <param name="law">The law.</param>
    /// <param name="spec">The spec.</param>
    /// <returns>How it is broken; null where it holds.</returns>
    internal abstract string? Try(ITensorLaw law, OpSpec spec);

}
