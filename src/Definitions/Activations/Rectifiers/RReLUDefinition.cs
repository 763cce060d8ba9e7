using ParityNet.Activations;
using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;

namespace ParityNet.Definitions.Activations;

// B. Xu and others, 2015: x where x > 0, else r·x, where r is the noise in training, else the mean of its bounds.
sealed class RReLUDefinition : ElementActivationDefinition<RReLU>
{
    protected override R Element<R>(RReLU spec, R x)
    {
        R rounded = (R.FromHost(spec.Lower) + R.FromHost(spec.Upper)) * R.Half;
        return Leaky(x, R.Hull(R.FromHost((Host.Of(spec.Lower) + spec.Upper) / 2), rounded));
    }

    protected override R Value<R>(RReLU spec, GroupInputs<R> x) =>
        spec.Training ? Leaky(x["input"][0], x["noise"][0]) : Element(spec, x["input"][0]);

    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(RReLU spec, Arguments<R> arguments) => spec.Training
        ? [.. Enumerable.Range(0, arguments["input"].Count).Select(i => new OutputGroup([("input", [i]), ("noise", [i])], [i]))]
        : base.OutputGroups(spec, arguments);

    static R Leaky<R>(R x, R slope)
        where R : struct, IReal<R> => R.Where(x > R.Zero, x, slope * x);
}
