using System.Numerics;
using System.Runtime.CompilerServices;
using ParityNet.Initializers;
using ParityNet.Layers;
using ParityNet.Losses;
using ParityNet.Optimizers;

namespace ParityNet.Parity;

/// <summary>The work and memory that one request may ask for, counted from shapes before anything is allocated; the same on every machine.</summary>
/// <remarks>
/// An element operation is about a nanosecond: a multiplication of a matrix product counts 1, an element that an op visits 30, a number that is
/// written 250. A dimension of length 0 counts 1, since ops visit the others all the same.
/// </remarks>
/// <param name="Operations">The most element operations.</param>
/// <param name="Bytes">The most bytes of all tensors together.</param>
public sealed record EvalBudget(long Operations = EvalBudget.UsualOperations, long Bytes = EvalBudget.UsualBytes)
{
    /// <summary>The default of <see cref="Operations"/>, about two seconds.</summary>
    public const long UsualOperations = 2_000_000_000;

    /// <summary>The default of <see cref="Bytes"/>: 1 GiB.</summary>
    public const long UsualBytes = 1L << 30;

    const int Visit = 30, Written = 250;

    /// <summary>Refuses the evaluation of a function that costs too much.</summary>
    internal void Check<T>(FunctionSpec spec, Operands<T> operands, ReadOnlySpan<nint> value, int gradients)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        nint[][] shapes = [.. operands.Names.Select(name => operands[name].Lengths.ToArray())];
        double given = shapes.Sum(shape => Visited(shape)),
            common = spec is BroadcastLoss ? Visited(shapes.Aggregate((a, b) => Shape.Broadcast(a, b) ?? a)) : 0;
        double visited = given + Math.Max(common, Visited(value)), lead = Visited(operands[spec.Lead.Name].Lengths);
        double products = spec is Linear && operands.Has("weight") ? lead * operands["weight"].Lengths[0] * (1 + gradients)
            : spec is ConnectionistTemporalClassification && operands.Has("targets") ? lead * Visited(operands["targets"].Lengths) : 0;
        Refuse(Visit * (1 + gradients) * visited + products + Written * (Count(value) + gradients * given),
            (visited + gradients * given) * Unsafe.SizeOf<T>());
    }

    /// <summary>Refuses the steps of an optimizer that cost too much.</summary>
    internal void Check<T>(OptimizerSpec spec, IReadOnlyList<nint[]> shapes, int steps) where T : unmanaged
    {
        double visited = shapes.Sum(shape => Visited(shape) + spec.Slots.Sum(slot => Visited(slot.ShapeFor(shape))));
        // Five Newton–Schulz steps of three matrix products each.
        double products = MatrixProducts.AreIn(spec) ? shapes.Where(shape => shape.Length == 2)
            .Sum(shape => 15.0 * Visited(shape) * Math.Min(shape[0], shape[1])) : 0;
        Refuse(steps * ((Visit + Written) * visited + products), (1.0 + steps) * visited * Unsafe.SizeOf<T>());
    }

    /// <summary>Refuses a tensor that costs too much to draw.</summary>
    internal void Check<T>(InitializerSpec spec, ReadOnlySpan<nint> shape) where T : unmanaged
    {
        double visited = Visited(shape), rows = shape.Length < 2 ? 1 : Math.Max((nint)1, shape[0]);
        // Gram–Schmidt twice.
        Refuse((Visit + Written) * visited + (spec is Orthogonal ? 4 * visited * Math.Min(rows, visited / rows) : 0), visited * sizeof(double));
    }

    /// <summary>The number of steps of a minimizer: each handles matrices of the size of the variables, and is written once.</summary>
    internal long Steps(int variables) => Math.Max(1, Operations / ((Visit * (long)variables + Written) * (variables + 1)));

    /// <summary>Refuses a schedule of too many steps.</summary>
    internal void Check(long steps) => Refuse(Written * (steps + 1.0), sizeof(double) * (steps + 1.0));

    void Refuse(double operations, double bytes)
    {
        if (operations > Operations)
            throw new ArgumentException($"the request must fit the budget: expected at most {Operations} element operations, got {operations:0}.");
        if (bytes > Bytes)
            throw new ArgumentException($"the request must fit the budget: expected at most {Bytes} bytes of tensors, got {bytes:0}.");
    }

    static double Visited(ReadOnlySpan<nint> shape)
    {
        double product = 1;
        foreach (nint length in shape)
            product *= Math.Max((nint)1, length);
        return product;
    }

    static double Count(ReadOnlySpan<nint> shape) => shape.Contains(0) ? 0 : Visited(shape);
}
