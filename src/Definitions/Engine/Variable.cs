using System.Collections.Immutable;
using System.Numerics;
using System.Numerics.Tensors;
using ParityNet.Definitions.Numbers;
using ParityNet.Optimizers;

namespace ParityNet.Definitions.Engine;

/// <summary>One parameter tensor in the middle of a step: its numbers, its gradient, and the memory kept for it.</summary>
sealed class Variable<R>
    where R : struct, IReal<R>
{
    readonly Dictionary<string, R[]> memory;
    readonly Dictionary<string, double> scalars;

    Variable(ImmutableArray<nint> shape, R[] numbers, R[] gradient, Dictionary<string, R[]> memory, Dictionary<string, double> scalars)
    {
        (Shape, Numbers, Gradient) = (shape, numbers, gradient);
        (this.memory, this.scalars) = (memory, scalars);
    }

    public ImmutableArray<nint> Shape { get; }

    /// <summary>The parameter's numbers, row-major; a step replaces them.</summary>
    public R[] Numbers { get; set; }

    /// <summary>The gradient as the caller gave it, not negated for a climb.</summary>
    public R[] Gradient { get; }

    /// <summary>A slot's numbers, row-major; a step replaces them.</summary>
    public R[] this[string slot]
    {
        get => memory[slot];
        set => memory[slot] = value;
    }

    public static Variable<R> Of<T>(OptimizerSpec spec, OptimizerState<T> before, IReadOnlyList<Tensor<T>> gradients, int index)
        where T : unmanaged, IFloatingPointIeee754<T> => new(
            [.. before.Parameters[index].Lengths],
            Argument<R>.NumbersOf(before.Parameters[index]),
            Argument<R>.NumbersOf(gradients[index]),
            spec.Slots.ToDictionary(slot => slot.Name, slot => Argument<R>.NumbersOf(before[slot.Name][index])),
            spec.Slots.Where(slot => slot.Shape == SlotShape.Scalar && before[slot.Name][index].FlattenedLength == 1)
                .ToDictionary(slot => slot.Name, slot => double.CreateChecked(before[slot.Name][index].Flat()[0])));

    /// <summary>A slot of one number as it was before the step, for what implementations compute of it on the host.</summary>
    public Host Scalar(string slot) => scalars[slot];

    /// <summary>The same parameter and memory with another gradient.</summary>
    public Variable<R> With(R[] gradient) => new(Shape, Numbers, gradient, memory, scalars);

    /// <summary>The gradient to descend along: negated for a climb.</summary>
    public R[] Slope(OptimizerSpec spec) => spec.Maximize ? Array.ConvertAll(Gradient, g => -g) : Gradient;
}
