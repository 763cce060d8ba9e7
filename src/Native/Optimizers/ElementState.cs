namespace ParityNet.Native.Optimizers;

/// <summary>
/// An element of a parameter and of its slots of the parameter's shape, in the order of the spec; slots that a rule lacks are 0.
/// </summary>
readonly struct ElementState<V>(V parameter, V first = default, V second = default, V third = default, V fourth = default) where V : struct
{
    public readonly V Parameter = parameter;
    public readonly V First = first;
    public readonly V Second = second;
    public readonly V Third = third;
    public readonly V Fourth = fourth;
}
