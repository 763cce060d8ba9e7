using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// N. Srivastava and others, 2014, scaled in training (inverted dropout): x·m/(1 − p).
sealed class DropoutDefinition : LayerDefinition<Dropout>
{
    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(Dropout spec, Arguments<R> arguments) =>
        [.. Enumerable.Range(0, arguments["input"].Count).Select(
            i => new OutputGroup(arguments.Has("mask") ? [("input", [i]), ("mask", [i])] : [("input", [i])], [i]))];

    protected override R[] Outputs<R>(Dropout spec, GroupInputs<R> x)
    {
        R input = x["input"][0];
        if (!spec.Training)
            return [input];
        if (spec.P == 1)
            return [input * R.Zero];
        R mask = x["mask"][0], kept = R.FromHost(1 - Host.Of(spec.P)), scale = R.FromHost(Host.One / (1 - Host.Of(spec.P)));
        return [R.Hull(R.Hull(input * (mask / kept), input * mask / kept), input * mask * scale)];
    }

    protected override R? Closed<R>(Dropout spec, GroupInputs<R> x, string name, int position, R[] weights) =>
        Outputs(spec, x.With("input", weights[0]))[0];
}
