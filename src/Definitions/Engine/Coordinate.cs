using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>One element of a parameter during a step: its value, its gradient and its optimizer state.</summary>
sealed class Coordinate<R>(Variable<R> of, int index, R gradient)
    where R : struct, IReal<R>
{
    public R Parameter
    {
        get => of.Numbers[index];
        set => of.Numbers[index] = value;
    }

    /// <summary>The gradient to descend along: already negated if the optimizer maximizes.</summary>
    public R Gradient => gradient;

    /// <summary>A slot; a scalar slot is the same for all elements, and can only be read here.</summary>
    public R this[string slot]
    {
        get => of[slot][of[slot].Length == 1 ? 0 : index];
        set => of[slot][index] = value;
    }

    /// <summary>A scalar slot before the step, for quantities that implementations compute from it on the host.</summary>
    public Host Scalar(string slot) => of.Scalar(slot);
}
