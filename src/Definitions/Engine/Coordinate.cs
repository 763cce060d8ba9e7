using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>One number of a parameter in the middle of a step: itself, its gradient, and the memory kept for it.</summary>
sealed class Coordinate<R>(Variable<R> of, int index, R gradient)
    where R : struct, IReal<R>
{
    public R Parameter
    {
        get => of.Numbers[index];
        set => of.Numbers[index] = value;
    }

    /// <summary>The gradient to descend along: negated already for a climb.</summary>
    public R Gradient => gradient;

    /// <summary>The memory; a slot of one number is the same for all coordinates, and is read only here.</summary>
    public R this[string slot]
    {
        get => of[slot][of[slot].Length == 1 ? 0 : index];
        set => of[slot][index] = value;
    }

    /// <summary>A slot of one number as it was before the step, for what implementations compute of it on the host.</summary>
    public Host Scalar(string slot) => of.Scalar(slot);
}
