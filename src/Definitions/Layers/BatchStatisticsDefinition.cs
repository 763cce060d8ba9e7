using ParityNet.Definitions.Engine;
using ParityNet.Definitions.Numbers;
using ParityNet.Layers;

namespace ParityNet.Definitions.Layers;

// (1 − m)·running + m·batch, with Σ(x − μ)²/(n − 1) for the variance of a batch.
sealed class BatchStatisticsDefinition : LayerDefinition<BatchStatistics>
{
    protected override IReadOnlyList<OutputGroup> OutputGroups<R>(BatchStatistics spec, Arguments<R> arguments)
    {
        int channels = (int)arguments["input"].Shape[1];
        return Channels.Of(arguments, (channel, _) => [channel, channels + channel], "running_mean", "running_var");
    }

    protected override R[] Outputs<R>(BatchStatistics spec, GroupInputs<R> x)
    {
        R[] input = x["input"].ToArray();
        R mean = R.Mean(input, Order.Sum(input.Length));
        R squares = Sum(Array.ConvertAll(input, number => R.Square(number - mean)));
        return [Moved(spec, x["running_mean"][0], mean), Moved(spec, x["running_var"][0], squares / R.Exact(input.Length - 1))];
    }

    static R Moved<R>(BatchStatistics spec, R running, R batch)
        where R : struct, IReal<R>
    {
        // libtorch subtracts the rounded momentum from 1.
        R share = R.FromHost(spec.Momentum), rest = R.Hull(R.FromHost(1 - Host.Of(spec.Momentum)), R.One - share);
        return R.Hull(share * batch + rest * running, running + share * (batch - running));
    }
}
