using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of a loss of vectors along the last dimension, which broadcast against each other.</summary>
abstract class VectorLossDefinition<TSpec> : LossDefinition<TSpec>
    where TSpec : VectorLoss
{
    // The derivatives of each distance or product are summed over the batch before those of another are added.
    protected sealed override IReadOnlyList<string> Readings(string operand) =>
        VectorLoss.IsVectors(operand) ? [operand, OutputGroup.Again(operand)] : base.Readings(operand);

    protected sealed override int CountOf<R>(TSpec spec, Arguments<R> arguments) => (int)Shape.Count(arguments.Common(spec).AsSpan()[..^1]);

    // A vector of length 1 is not expanded: quantities that depend only on it are computed before it broadcasts.
    protected sealed override IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments)
    {
        nint[] common = arguments.Common(spec), lead = arguments[spec.Lead.Name].Shape;
        (string Name, int Length, int[] Elements)[] all = [.. arguments.Names.SelectMany(name =>
        {
            ReadOnlySpan<nint> shape = arguments[name].Shape;
            nint length = VectorLoss.IsVectors(name) ? shape[^1] : 1;
            int[] elements = Broadcasting.Elements(spec.Aligned(name, shape, lead).AsSpan(), [.. common[..^1], length]);
            return Readings(name).Select(reading => (reading, (int)length, elements));
        })];
        return [.. Enumerable.Range(0, CountOf(spec, arguments)).Select(row => new OutputGroup(
            Array.ConvertAll(all, one => (one.Name, one.Elements[(row * one.Length)..((row + 1) * one.Length)])), [row]))];
    }
}
