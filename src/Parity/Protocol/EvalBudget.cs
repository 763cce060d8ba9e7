using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Initializers;
using ParityNet.Optimizers;

namespace ParityNet.Parity;

/// <summary>The work and memory that one request may ask for, counted from shapes before anything is allocated; the same on every machine.</summary>
/// <remarks>
/// An element operation is about a nanosecond: a multiplication of a matrix product counts 1, an element that an op visits 30, a value that is
/// read 100, a number that is written 250. A dimension of length 0 counts 1, since ops visit the others all the same.
/// </remarks>
/// <param name="Operations">The most element operations.</param>
/// <param name="Bytes">The most bytes of all tensors together.</param>
public sealed record EvalBudget(long Operations = EvalBudget.UsualOperations, long Bytes = EvalBudget.UsualBytes)
{
    /// <summary>The default of <see cref="Operations"/>, about two seconds.</summary>
    public const long UsualOperations = 2_000_000_000;

    /// <summary>The default of <see cref="Bytes"/>: 1 GiB.</summary>
    public const long UsualBytes = 1L << 30;

    const int Visit = 30, Read = 100, Written = 250, Evaluated = 16;

    // What the parser keeps of a value, and the list that it becomes.
    const int Parsed = 40;

    /// <summary>Refuses a line of too many values, before any is read.</summary>
    internal void Check(ReadOnlySpan<byte> line)
    {
        double values = line.Count((byte)',') + 1.0;
        Refuse(Read * values, Parsed * values);
    }

    /// <summary>Refuses the evaluation of a function that costs too much.</summary>
    internal void Check<T>(FunctionSpec spec, Operands<T> operands, ReadOnlySpan<nint> value, int gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint[][] shapes = [.. operands.Names.Select(name => operands[name].Lengths.ToArray())];
        double given = shapes.Sum(shape => Shape.Extent(shape));
        nint[]? common = shapes.Aggregate<nint[], nint[]?>([], (a, b) => a is null ? null : Shape.Broadcast(a, b));
        double visited = given + Math.Max(common is null ? 0 : Shape.Extent(common), Shape.Extent(value));
        Refuse((1 + gradients) * (Visit * visited + spec.Multiplications(operands)) + Written * (Count(value) + gradients * given),
            (visited + gradients * given) * Unsafe.SizeOf<T>());
    }

    /// <summary>Refuses the steps of an optimizer that cost too much.</summary>
    internal void Check<T>(OptimizerSpec spec, IReadOnlyList<nint[]> shapes, int steps) where T : unmanaged
    {
        double visited = shapes.Sum(shape => Shape.Extent(shape) + spec.Slots.Sum(slot => Shape.Extent(slot.ShapeFor(shape))));
        Refuse(steps * ((Visit + Written) * visited + shapes.Sum(shape => spec.Multiplications(shape))),
            (1.0 + steps) * visited * Unsafe.SizeOf<T>());
    }

    /// <summary>Refuses a tensor that costs too much to draw.</summary>
    internal void Check<T>(InitializerSpec spec, ReadOnlySpan<nint> shape) where T : unmanaged
    {
        double visited = Shape.Extent(shape);
        Refuse((Visit + Written) * visited + spec.Multiplications(shape), visited * sizeof(double));
    }

    /// <summary>The number of steps of a minimizer: each evaluates formulas some times, handles matrices of the variables, and is written.</summary>
    internal long Steps(int variables) => Math.Max(1, Operations / (Evaluated * (Visit * (long)variables + Written) * (variables + 1)));

    /// <summary>Refuses a schedule of too many steps.</summary>
    /// <param name="steps">The number of steps.</param>
    /// <param name="items">The values in its lists, each of which a step may visit.</param>
    internal void Check(long steps, long items) =>
        Refuse((Written + Visit * (double)items) * (steps + 1.0), sizeof(double) * (steps + 1.0));

    void Refuse(double operations, double bytes)
    {
        if (operations > Operations)
            throw new ArgumentException($"the request must fit the budget: expected at most {Operations} element operations, got " +
                $"{Text(operations)}.");
        if (bytes > Bytes)
            throw new ArgumentException($"the request must fit the budget: expected at most {Bytes} bytes of tensors, got {Text(bytes)}.");
    }

    // Shapes of many dimensions have counts of hundreds of digits.
    static string Text(double count) => count.ToString(count < 1e18 ? "0" : "0.##e+0", CultureInfo.InvariantCulture);

    static double Count(ReadOnlySpan<nint> shape) => shape.Contains(0) ? 0 : Shape.Extent(shape);
}
