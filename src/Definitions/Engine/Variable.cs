using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Engine;

/// <summary>One parameter tensor during a step: its elements, its gradient and its optimizer state.</summary>
sealed class Variable<R>
    where R : struct, IReal<R>
{
    // The parameter is stored among its slots, under a name that no slot has, so that copies with another gradient share it.
    const string Own = "";

    readonly Dictionary<string, R[]> memory;
    readonly Dictionary<string, double> scalars;

    Variable(double resolution, ImmutableArray<nint> shape, R[] gradient, Dictionary<string, R[]> memory, Dictionary<string, double> scalars)
    {
        (Resolution, Shape, Gradient) = (resolution, shape, gradient);
        (this.memory, this.scalars) = (memory, scalars);
    }

    /// <summary>The machine epsilon of the element type: the distance from 1 to the next number.</summary>
    public double Resolution { get; }

    public ImmutableArray<nint> Shape { get; }

    /// <summary>The parameter's elements, row-major; a step replaces them.</summary>
    public R[] Numbers
    {
        get => memory[Own];
        set => memory[Own] = value;
    }

    /// <summary>The gradient as passed by the caller, not negated if the optimizer maximizes.</summary>
    public R[] Gradient { get; }

    /// <summary>A slot's elements, row-major; a step replaces them.</summary>
    public R[] this[string slot]
    {
        get => memory[slot];
        set => memory[slot] = value;
    }

    public static Variable<R> Of<T>(OptimizerSpec spec, OptimizerState<T> before, IReadOnlyList<Tensor<T>> gradients, int index)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
            double.CreateChecked(T.BitIncrement(T.One) - T.One),
            [.. before.Parameters[index].Lengths],
            Argument<R>.NumbersOf(gradients[index]),
            new(spec.Slots.Select(slot => KeyValuePair.Create(slot.Name, Argument<R>.NumbersOf(before[slot.Name][index])))
                .Append(KeyValuePair.Create(Own, Argument<R>.NumbersOf(before.Parameters[index])))),
            spec.Slots.Where(slot => slot.Shape == SlotShape.Scalar && before[slot.Name][index].FlattenedLength == 1)
                .ToDictionary(slot => slot.Name, slot => double.CreateChecked(before[slot.Name][index].Flat()[0])));

    /// <summary>A scalar slot before the step, for quantities that implementations compute from it on the host.</summary>
    public Host Scalar(string slot) => scalars[slot];

    /// <summary>The same parameter and state with another gradient.</summary>
    public Variable<R> With(R[] gradient) => new(Resolution, Shape, gradient, memory, scalars);

    /// <summary>The gradient to descend along: negated if the optimizer maximizes.</summary>
    public R[] Derivative(OptimizerSpec spec) => spec.Maximize ? Array.ConvertAll(Gradient, g => -g) : Gradient;
}
