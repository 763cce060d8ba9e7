using ParityNet.Definitions.Engine;
using ParityNet.Losses;

namespace ParityNet.Definitions.Losses;

// −w_y·x_y; the mean divides by Σ w_y.
sealed class NegativeLogLikelihoodDefinition : ClassLossDefinition<NegativeLogLikelihood>
{
    protected override R Loss<R>(NegativeLogLikelihood spec, GroupInputs<R> x) =>
        -(Weight(x, x.Label!.Value) * x["input"][x.Label.Value]);

    protected override Factor<R> Divisor<R>(NegativeLogLikelihood spec, Arguments<R> arguments, IReadOnlyList<OutputGroup> groups, int count) =>
        WeightOfRows(arguments, groups);

    protected override long? Ignored(NegativeLogLikelihood spec) => spec.IgnoreIndex;

    protected override LogBase Base(NegativeLogLikelihood spec) => spec.Base;
}
