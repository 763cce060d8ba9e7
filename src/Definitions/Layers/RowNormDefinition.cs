using ParityNet.Definitions.Engine;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

/// <summary>The definition of a layer that normalizes rows, the trailing dimensions of an example, with parameters per element of a row.</summary>
abstract class RowNormDefinition<TSpec> : LayerDefinition<TSpec>
    where TSpec : TrailingNorm
{
    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(TSpec spec, Arguments<R> arguments)
    {
        int length = spec.Length;
        int[] all = [.. Enumerable.Range(0, length)];
        return [.. Enumerable.Range(0, arguments["input"].Count / length).Select(row =>
        {
            int[] elements = [.. Enumerable.Range(row * length, length)];
            List<(string, int[])> read = [("input", elements)];
            read.AddRange(((string[])["weight", "bias"]).Where(arguments.Has).Select(name => (name, all)));
            return new OutputGroup(read, elements);
        })];
    }

    protected override bool IsWhole(string name) => name != "input";
}
