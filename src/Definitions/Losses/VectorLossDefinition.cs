using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

/// <summary>The definition of a loss of rows along the last dimension, which broadcast against each other.</summary>
abstract class VectorLossDefinition<TSpec> : LossDefinition<TSpec>
    where TSpec : VectorLoss
{
    protected sealed override int CountOf<R>(TSpec spec, Arguments<R> arguments) => (int)Shape.Count(arguments.Common(spec).AsSpan()[..^1]);

    protected sealed override IReadOnlyList<Cell> Cells<R>(TSpec spec, Arguments<R> arguments)
    {
        nint[] common = arguments.Common(spec), lead = arguments[spec.Lead.Name].Shape, each = [.. common[..^1], 1];
        int length = (int)common[^1];
        (string Name, int[] Elements)[] all = [.. arguments.Names.Select(name =>
            (name, Broadcasting.Elements(spec.Aligned(name, arguments[name].Shape, lead).AsSpan(), VectorLoss.IsVectors(name) ? common : each)))];
        return [.. Enumerable.Range(0, CountOf(spec, arguments)).Select(row => new Cell(Array.ConvertAll(all, one => (one.Name,
            VectorLoss.IsVectors(one.Name) ? one.Elements[(row * length)..((row + 1) * length)] : [one.Elements[row]])), [row]))];
    }
}
