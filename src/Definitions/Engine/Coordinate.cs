using System.Collections.Immutable;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Engine;

/// <summary>One number of a parameter in the middle of a step: itself, its gradient, and the memory kept for it.</summary>
sealed class Coordinate<R>(ImmutableArray<string> slots, R[] memory, R gradient)
    where R : struct, IReal<R>
{
    public R Parameter { get; set; }

    /// <summary>The gradient to descend along: negated already for a climb.</summary>
    public R Gradient => gradient;

    public R this[string slot]
    {
        get => memory[slots.IndexOf(slot)];
        set => memory[slots.IndexOf(slot)] = value;
    }
}
